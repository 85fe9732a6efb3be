package io.tidings.socketio;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who is where: rooms by name, each of which exists as long as somebody is in it. */
final class Rooms {

    private static final ClientSocket[] NOBODY = {};

    private final Map<String, Members> byName = new ConcurrentHashMap<>();

    /** True if the room has come into being by that. */
    boolean join(ClientSocket socket, String room) {
        boolean[] created = {false};
        byName.compute(room, (name, members) -> {
            created[0] = members == null;
            Members those = members == null ? new Members() : members;
            those.add(socket);
            return those;
        });
        return created[0];
    }

    /** True if the room has ended by that. */
    boolean leave(ClientSocket socket, String room) {
        boolean[] deleted = {false};
        byName.computeIfPresent(room, (name, members) -> {
            members.remove(socket);
            deleted[0] = members.isEmpty();
            return deleted[0] ? null : members;
        });
        return deleted[0];
    }

    ClientSocket[] in(String room) {
        @Nullable Members members = byName.get(room);
        return members == null ? NOBODY : members.all();
    }

    int count() {
        return byName.size();
    }
}
