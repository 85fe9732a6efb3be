package io.tidings.apps.suite;

import io.tidings.api.Ack;
import io.tidings.api.Arguments;
import io.tidings.api.Socket;
import io.tidings.api.handler.OnConnect;
import io.tidings.api.handler.OnEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** The main namespace of the official suite. */
@ApplicationScoped
public class MainNamespace {

    @OnConnect
    void tellAuth(Socket socket) {
        socket.emit("auth", socket.handshake().auth());
    }

    @OnEvent("message")
    void sendBack(Socket socket, Arguments arguments) {
        socket.emit("message-back", arguments.list().toArray());
    }

    @OnEvent("message-with-ack")
    void acknowledge(Arguments arguments, Ack ack) {
        ack.send(arguments.list().toArray());
    }
}
