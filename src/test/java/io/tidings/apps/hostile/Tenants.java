package io.tidings.apps.hostile;

import io.tidings.api.Ack;
import io.tidings.api.Arguments;
import io.tidings.api.IncomingEvent;
import io.tidings.api.Socket;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnAny;
import io.tidings.api.handler.OnEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** Namespaces of which any client can make as many as it likes. */
@ApplicationScoped
@Namespace(pattern = Tenants.NAMES)
public class Tenants {

    /** Line breaks and whatever else a client may write into a name. */
    static final String NAMES = "(?s)/tenant-.*";

    @OnEvent("back")
    void sendBack(Arguments arguments, Ack ack) {
        ack.send(arguments.list().toArray());
    }

    @OnEvent("join-room")
    int join(Socket socket, String room) {
        socket.join(room);
        return socket.rooms().size();
    }

    /** Fails on events of any name, so that names get into the log. */
    @OnAny
    void fail(IncomingEvent event) {
        if (event.name().startsWith("fail")) {
            throw new IllegalStateException("as the client asked");
        }
    }
}
