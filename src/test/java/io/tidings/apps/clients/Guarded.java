package io.tidings.apps.clients;

import io.tidings.api.Argument;
import io.tidings.api.Socket;
import io.tidings.api.handler.Auth;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnConnect;
import io.tidings.api.handler.OnEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Principal;

/** Where the {@link Guard} stands at the door. */
@ApplicationScoped
@Namespace("/clients/guarded")
public class Guarded {

    @OnConnect
    void welcome(Socket socket, @Auth Argument auth, Principal principal) {
        socket.emit("welcome", auth, principal.getName());
    }

    @OnEvent("whoami")
    String id(Socket socket) {
        return socket.id();
    }
}
