package io.tidings.guide;

import io.tidings.api.Socket;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnConnect;
import io.tidings.api.handler.OnEvent;
import jakarta.annotation.security.RolesAllowed;
import java.security.Principal;

/** For those whom the container has authenticated. */
@Namespace("/desk")
@RolesAllowed("clerk")
public class Desk {

    @OnConnect
    void greet(Socket socket, Principal user) {
        socket.emit("hello", user.getName());
    }

    @OnEvent("dismiss")
    @RolesAllowed("chief")
    String dismiss(String name) {
        return name + " is dismissed";
    }
}
