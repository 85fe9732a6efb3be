package io.tidings.apps.clients;

import io.tidings.api.Admission;
import io.tidings.api.Socket;
import io.tidings.api.Verdict;
import io.tidings.api.handler.Namespace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Takes everybody for whom he says he is. */
@ApplicationScoped
@Namespace("/nodes")
public class Members implements Admission {

    @Override
    public Verdict admit(Socket socket) {
        String name = socket.handshake().auth("name", String.class).orElse("nobody");
        return Verdict.acceptedAs(() -> name, Set.of());
    }
}
