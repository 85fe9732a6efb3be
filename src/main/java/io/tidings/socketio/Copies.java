package io.tidings.socketio;

import io.tidings.api.HttpHandshake;
import io.tidings.protocol.Bytes;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;

/** What other nodes are told of the sockets of this one. */
final class Copies {

    private Copies() {}

    static SocketCopy of(ClientSocket socket) {
        HttpHandshake http = socket.handshake().http();
        return new SocketCopy(
                socket.id(),
                new HttpHandshake(
                        http.time(),
                        http.remoteAddress(),
                        http.secure(),
                        http.url(),
                        http.query(),
                        http.headers(),
                        null,
                        http.roles()),
                Bytes.utf8(socket.handshake().auth().json()),
                socket.principal().map(Principal::getName).orElse(null),
                socket.rooms(),
                data(socket));
    }

    /** What cannot be said in JSON stays here: an application may keep anything with a socket. */
    private static Map<String, Bytes> data(ClientSocket socket) {
        Map<String, Bytes> data = new HashMap<>();
        socket.presence().data().forEach((name, value) -> {
            try {
                data.put(name, socket.server().codec().value(value));
            } catch (IllegalArgumentException unwritable) {
                // Nobody elsewhere can ask for it.
            }
        });
        return data;
    }
}
