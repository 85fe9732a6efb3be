package io.tidings.guide;

import io.tidings.api.Socket;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnConnect;

/** Namespaces behind a gate. */
@Namespace(gate = ProjectGate.class)
public class Projects {

    @OnConnect
    void greet(Socket socket) {
        socket.emit("welcome", socket.namespace().name());
    }
}
