package io.tidings.socketio;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who is where: rooms by name, each of which exists as long as somebody is in it. */
final class Rooms {

    private static final ClientSocket[] NOBODY = {};

    private final Map<String, Members> byName = new ConcurrentHashMap<>();
    private final @Nullable RoomNews news;

    /** Without news nobody hears of it. */
    Rooms(@Nullable RoomNews news) {
        this.news = news;
    }

    void join(ClientSocket socket, String room) {
        byName.compute(room, (name, members) -> {
            Members those = members == null ? new Members() : members;
            those.add(socket);
            if (news != null) {
                news.joined(room, socket, members == null);
            }
            return those;
        });
    }

    void leave(ClientSocket socket, String room) {
        byName.computeIfPresent(room, (name, members) -> {
            members.remove(socket);
            boolean isDeserted = members.isEmpty();
            if (news != null) {
                news.left(room, socket, isDeserted);
            }
            return isDeserted ? null : members;
        });
    }

    ClientSocket[] in(String room) {
        @Nullable Members members = byName.get(room);
        return members == null ? NOBODY : members.all();
    }

    /** How many sockets are in each room. */
    Map<String, Long> sizes() {
        Map<String, Long> sizes = new HashMap<>();
        byName.forEach((room, members) -> sizes.put(room, (long) members.all().length));
        return sizes;
    }

    int count() {
        return byName.size();
    }
}
