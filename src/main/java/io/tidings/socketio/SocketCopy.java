package io.tidings.socketio;

import io.tidings.api.HttpHandshake;
import io.tidings.protocol.Bytes;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one node tells another of a socket.
 *
 * @param http with no user: who is behind the socket is told by {@code user}
 * @param auth JSON
 * @param user the name of its principal
 * @param data what the application has stored with it and JSON can say
 */
public record SocketCopy(
        String id, HttpHandshake http, Bytes auth, @Nullable String user, Set<String> rooms, Map<String, Bytes> data) {

    public SocketCopy {
        rooms = Set.copyOf(rooms);
        data = Map.copyOf(data);
    }
}
