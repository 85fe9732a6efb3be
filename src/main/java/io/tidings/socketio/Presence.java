package io.tidings.socketio;

import io.tidings.api.DataKey;
import io.tidings.api.Verdict;
import java.security.Principal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who and where one socket is, and what the application keeps with it. */
final class Presence {

    private final ClientSocket socket;

    /** All but the room of its own id; changed under the lock of this. */
    private volatile Set<String> joined = Set.of();

    private volatile @Nullable Identity named;

    // Guarded by this.
    private @Nullable Map<String, Object> data;
    /** The name under which it was listed: that of a principal may change. */
    private @Nullable String user;

    private boolean listed;
    private boolean ended;

    Presence(ClientSocket socket) {
        this.socket = socket;
    }

    private Crowd crowd() {
        return socket.room().crowd();
    }

    /** As an admission has said, else as the container has. */
    Identity identity() {
        Identity given = named;
        return given != null ? given : Identity.of(socket.handshake().http());
    }

    /** Takes the principal that an admission has named, if it has. */
    void become(Verdict verdict) {
        Identity given = Identity.of(verdict);
        if (given != null) {
            named = given;
        }
    }

    /** The socket becomes one of its namespace, and a member of the rooms that it has joined before; too late if it has left. */
    void begin() {
        synchronized (this) {
            if (ended) {
                return;
            }
            listed = true;
            crowd().add(socket);
            user = identity().principal().map(Principal::getName).orElse(null);
            if (user != null) {
                crowd().users().join(socket, user);
            }
            joined.forEach(this::enter);
        }
        crowd().roomNews().tell();
    }

    /** The socket leaves everything. */
    void end() {
        synchronized (this) {
            ended = true;
            if (listed) {
                joined.forEach(this::exit);
                if (user != null) {
                    crowd().users().leave(socket, user);
                }
                crowd().remove(socket);
            }
            joined = Set.of();
        }
        crowd().roomNews().tell();
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
        if (rooms.isEmpty()) {
            // Most broadcasts except nobody, and an iterator would be most of what they cost for each receiver.
            return false;
        }
        Set<String> mine = joined;
        for (String room : rooms) {
            if (mine.contains(room) || socket.id().equals(room)) {
                return true;
            }
        }
        return false;
    }

    /** Joins all of the rooms, or none. */
    void join(String... rooms) {
        SocketIoSettings.ClientLimits limits = socket.server().settings().limits();
        RoomNames.check(List.of(rooms), limits.roomName());
        synchronized (this) {
            Set<String> added = new LinkedHashSet<>(List.of(rooms));
            added.removeAll(joined);
            added.remove(socket.id());
            if (ended || socket.hasEnded() || added.isEmpty()) {
                return;
            }
            checkCount(joined.size() + added.size(), limits.rooms());
            joined = RoomNames.with(joined, added);
            if (listed) {
                added.forEach(this::enter);
            }
        }
        crowd().roomNews().tell();
    }

    private void checkCount(int count, int most) {
        if (count > most) {
            throw new IllegalStateException(
                    "A socket can be in " + most + " rooms (tidings.max-rooms-per-socket): " + socket);
        }
    }

    void leave(String... rooms) {
        synchronized (this) {
            Set<String> left = new LinkedHashSet<>(List.of(rooms));
            left.retainAll(joined);
            if (left.isEmpty()) {
                return;
            }
            joined = RoomNames.without(joined, left);
            if (listed) {
                left.forEach(this::exit);
            }
        }
        crowd().roomNews().tell();
    }

    private void enter(String room) {
        crowd().rooms().join(socket, room);
    }

    private void exit(String room) {
        crowd().rooms().leave(socket, room);
    }

    synchronized <T> Optional<T> data(DataKey<T> key) {
        Object value = data == null ? null : data.get(key.name());
        return value == null ? Optional.empty() : Optional.of(key.type().cast(value));
    }

    /** All that is stored. */
    synchronized Map<String, Object> data() {
        return data == null ? Map.of() : Map.copyOf(data);
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
