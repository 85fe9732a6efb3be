package io.tidings.socketio;

import io.tidings.api.DataKey;
import io.tidings.api.RoomEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where one socket is, and what the application keeps with it. */
final class Presence {

    private final ClientSocket socket;
    private final Server server;

    /** All but the room of its own id; replaced as a whole, under the lock of this. */
    private volatile Set<String> joined = Set.of();

    // Guarded by this.
    private @Nullable Map<String, Object> data;
    private boolean listed;
    private boolean ended;

    Presence(ClientSocket socket, Server server) {
        this.socket = socket;
        this.server = server;
    }

    /** The socket becomes one of its namespace, and a member of the rooms that it has joined before. */
    synchronized void begin() {
        Crowd crowd = socket.room().crowd();
        listed = true;
        crowd.add(socket);
        socket.principal().ifPresent(user -> crowd.users().join(socket, user.getName()));
        joined.forEach(this::enter);
    }

    /** The socket leaves everything. */
    synchronized void end() {
        ended = true;
        if (!listed) {
            return;
        }
        Crowd crowd = socket.room().crowd();
        joined.forEach(this::exit);
        joined = Set.of();
        socket.principal().ifPresent(user -> crowd.users().leave(socket, user.getName()));
        crowd.remove(socket);
    }

    Set<String> rooms() {
        Set<String> all = new LinkedHashSet<>();
        if (!hasEnded()) {
            all.add(socket.id());
        }
        all.addAll(joined);
        return all;
    }

    private synchronized boolean hasEnded() {
        return ended;
    }

    boolean isInAny(Set<String> rooms) {
        Set<String> mine = joined;
        for (String room : rooms) {
            if (mine.contains(room) || socket.id().equals(room)) {
                return true;
            }
        }
        return false;
    }

    synchronized void join(String... rooms) {
        if (ended || socket.hasEnded()) {
            return;
        }
        Set<String> now = new HashSet<>(joined);
        for (String room : rooms) {
            check(room);
            if (!room.equals(socket.id()) && now.add(room)) {
                checkCount(now.size());
                joined = Set.copyOf(now);
                if (listed) {
                    enter(room);
                }
            }
        }
    }

    private void check(String room) {
        int longest = server.settings().limits().roomName();
        if (room.isEmpty() || room.length() > longest) {
            throw new IllegalArgumentException(
                    "The name of a room has from 1 to " + longest + " characters (tidings.max-room-name).");
        }
    }

    private void checkCount(int count) {
        int most = server.settings().limits().rooms();
        if (count > most) {
            throw new IllegalStateException(
                    "A socket can be in " + most + " rooms (tidings.max-rooms-per-socket): " + socket);
        }
    }

    synchronized void leave(String... rooms) {
        Set<String> now = new HashSet<>(joined);
        for (String room : rooms) {
            if (now.remove(room)) {
                joined = Set.copyOf(now);
                if (listed) {
                    exit(room);
                }
            }
        }
    }

    private void enter(String room) {
        boolean created = socket.room().crowd().rooms().join(socket, room);
        SocketNews news = server.contributions().news();
        if (created) {
            news.roomCreated(new RoomEvent(socket.room().name(), room, null));
        }
        news.roomJoined(new RoomEvent(socket.room().name(), room, socket.id()));
    }

    private void exit(String room) {
        boolean deleted = socket.room().crowd().rooms().leave(socket, room);
        SocketNews news = server.contributions().news();
        news.roomLeft(new RoomEvent(socket.room().name(), room, socket.id()));
        if (deleted) {
            news.roomDeleted(new RoomEvent(socket.room().name(), room, null));
        }
    }

    synchronized <T> Optional<T> data(DataKey<T> key) {
        Object value = data == null ? null : data.get(key.name());
        return value == null ? Optional.empty() : Optional.of(key.type().cast(value));
    }

    synchronized <T> void put(DataKey<T> key, @Nullable T value) {
        if (value == null) {
            if (data != null) {
                data.remove(key.name());
            }
            return;
        }
        if (data == null) {
            data = new HashMap<>(4);
        }
        data.put(key.name(), key.type().cast(value));
    }
}
