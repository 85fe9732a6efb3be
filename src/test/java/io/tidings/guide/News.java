package io.tidings.guide;

import io.tidings.api.Socket;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnConnect;

/** A namespace of one name. */
@Namespace("/news")
public class News {

    @OnConnect
    void greet(Socket socket) {
        socket.emit("headline", "All quiet");
    }
}
