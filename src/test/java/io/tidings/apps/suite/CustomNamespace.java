package io.tidings.apps.suite;

import io.tidings.api.Socket;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnConnect;
import jakarta.enterprise.context.ApplicationScoped;

/** The second namespace of the official suite. */
@ApplicationScoped
@Namespace("/custom")
public class CustomNamespace {

    @OnConnect
    void tellAuth(Socket socket) {
        socket.emit("auth", socket.handshake().auth());
    }
}
