package io.tidings.apps.clients;

import io.tidings.api.Socket;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnConnect;
import io.tidings.api.handler.OnEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** As many namespaces as clients ask for. */
@ApplicationScoped
@Namespace(pattern = "/clients/board-\\d+")
public class Boards {

    @OnConnect
    void tellWhereItIs(Socket socket) {
        socket.emit("board", socket.namespace().name());
    }

    @OnEvent("tell")
    void tell(Socket socket, String words) {
        socket.namespace().emit("told", words);
    }
}
