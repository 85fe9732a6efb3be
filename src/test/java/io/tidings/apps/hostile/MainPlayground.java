package io.tidings.apps.hostile;

import io.tidings.api.Ack;
import io.tidings.api.Arguments;
import io.tidings.api.Socket;
import io.tidings.api.handler.OnEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** What a client can ask for in the main namespace. */
@ApplicationScoped
public class MainPlayground {

    @OnEvent("back")
    void sendBack(Arguments arguments, Ack ack) {
        ack.send(arguments.list().toArray());
    }

    @OnEvent("relay")
    void relay(Socket socket, Arguments arguments) {
        socket.to("audience").emit("relayed", arguments.list().toArray());
    }

    @OnEvent("shout")
    void shout(Socket socket, Arguments arguments) {
        socket.broadcast().emit("shouted", arguments.list().toArray());
    }

    @OnEvent("join-room")
    int join(Socket socket, String room) {
        socket.join(room);
        return socket.rooms().size();
    }
}
