package io.tidings.guide;

import io.tidings.api.Admission;
import io.tidings.api.DataKey;
import io.tidings.api.Socket;
import io.tidings.api.Verdict;
import io.tidings.api.handler.Namespace;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Lets in whoever has a token. */
@Namespace("/account")
public class TokenCheck implements Admission {

    static final DataKey<Instant> EXPIRY = new DataKey<>("expiry", Instant.class);

    @Inject
    private Tokens tokens;

    @Override
    public Verdict admit(Socket socket) {
        return socket.handshake()
                .auth("token", String.class)
                .flatMap(tokens::claims)
                .map(claims -> accepted(socket, claims))
                .orElse(Verdict.refused("no valid token"));
    }

    private static Verdict accepted(Socket socket, JsonObject claims) {
        socket.put(EXPIRY, Tokens.expiry(claims));
        Set<String> roles = new HashSet<>(claims.getJsonArray("groups").getValuesAs(JsonString::getString));
        String name = claims.getString("sub");
        return Verdict.acceptedAs(() -> name, roles);
    }
}
