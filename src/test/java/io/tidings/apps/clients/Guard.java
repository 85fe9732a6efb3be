package io.tidings.apps.clients;

import io.tidings.api.Admission;
import io.tidings.api.Socket;
import io.tidings.api.Verdict;
import io.tidings.api.handler.Namespace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/** Lets in who knows the secret, by the name of Anna. */
@ApplicationScoped
@Namespace("/clients/guarded")
public class Guard implements Admission {

    @Override
    public Verdict admit(Socket socket) {
        String token = socket.handshake().auth("token", String.class).orElse("nothing");
        return token.equals("secret")
                ? Verdict.acceptedAs(() -> "anna", Set.of())
                : Verdict.refused("not authorized", Map.of("hint", "ask for a token", "given", token));
    }
}
