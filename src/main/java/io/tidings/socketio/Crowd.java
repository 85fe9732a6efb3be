package io.tidings.socketio;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The sockets of one namespace on this node: by id, by room and by user. */
final class Crowd {

    private final Map<String, ClientSocket> byId = new ConcurrentHashMap<>();
    private final RoomNews roomNews;
    private final Rooms rooms;
    private final Rooms users = new Rooms(null);

    Crowd(RoomNews roomNews) {
        this.roomNews = roomNews;
        this.rooms = new Rooms(roomNews);
    }

    void add(ClientSocket socket) {
        byId.put(socket.id(), socket);
    }

    void remove(ClientSocket socket) {
        byId.remove(socket.id(), socket);
    }

    @Nullable
    ClientSocket byId(String id) {
        return byId.get(id);
    }

    int size() {
        return byId.size();
    }

    Rooms rooms() {
        return rooms;
    }

    RoomNews roomNews() {
        return roomNews;
    }

    Rooms users() {
        return users;
    }

    /** Shows each connected socket of the selection once. What this costs depends on how many there are, not on how many others. */
    void forEach(Selection selection, Consumer<? super ClientSocket> action) {
        if (selection.isEverybody()) {
            for (ClientSocket socket : byId.values()) {
                show(socket, selection, action);
            }
        } else if (selection.rooms().size() + selection.users().size() == 1) {
            forEachNamed(selection, socket -> show(socket, selection, action));
        } else {
            Set<ClientSocket> seen = Collections.newSetFromMap(new IdentityHashMap<>());
            forEachNamed(selection, socket -> {
                if (seen.add(socket)) {
                    show(socket, selection, action);
                }
            });
        }
    }

    private void forEachNamed(Selection selection, Consumer<ClientSocket> action) {
        for (String room : selection.rooms()) {
            ClientSocket alone = byId.get(room);
            if (alone != null) {
                action.accept(alone);
            }
            for (ClientSocket socket : rooms.in(room)) {
                action.accept(socket);
            }
        }
        for (String user : selection.users()) {
            for (ClientSocket socket : users.in(user)) {
                action.accept(socket);
            }
        }
    }

    private static void show(ClientSocket socket, Selection selection, Consumer<? super ClientSocket> action) {
        if (socket.isConnected() && !socket.presence().isInAny(selection.except())) {
            action.accept(socket);
        }
    }
}
