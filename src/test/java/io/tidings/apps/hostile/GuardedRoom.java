package io.tidings.apps.hostile;

import io.tidings.api.Ack;
import io.tidings.api.Arguments;
import io.tidings.api.Socket;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** What is behind the {@link Guard}. */
@ApplicationScoped
@Namespace("/guarded")
public class GuardedRoom {

    @OnEvent("back")
    void sendBack(Arguments arguments, Ack ack) {
        ack.send(arguments.list().toArray());
    }

    @OnEvent("shout")
    void shout(Socket socket, Arguments arguments) {
        socket.broadcast().emit("shouted", arguments.list().toArray());
    }
}
