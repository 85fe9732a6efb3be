package io.tidings.apps.load;

import io.tidings.api.Socket;
import io.tidings.api.SocketIo;
import io.tidings.api.handler.NonBlocking;
import io.tidings.api.handler.OnEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Answers and spreads what clients send, as fast as the server can. */
@ApplicationScoped
public class LoadEvents {

    @Inject
    private SocketIo io;

    @NonBlocking
    @OnEvent("echo")
    String echo(String text) {
        return text;
    }

    @OnEvent("pooled-echo")
    String echoFromThePool(String text) {
        return text;
    }

    @NonBlocking
    @OnEvent("bcast")
    void spread(String text) {
        io.emit("bcast", text);
    }

    @NonBlocking
    @OnEvent("enter")
    boolean enter(Socket socket) {
        socket.join("hall");
        return true;
    }

    @NonBlocking
    @OnEvent("hall")
    void spreadInTheHall(String text) {
        io.to("hall").emit("hall", text);
    }
}
