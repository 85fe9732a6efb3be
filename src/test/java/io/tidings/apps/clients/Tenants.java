package io.tidings.apps.clients;

import io.tidings.api.Handshake;
import io.tidings.api.NamespaceGate;
import io.tidings.api.Socket;
import io.tidings.api.Verdict;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnConnect;
import jakarta.enterprise.context.ApplicationScoped;

/** A namespace for each tenant, open to that tenant alone. */
@ApplicationScoped
@Namespace(gate = Tenants.Gate.class)
public class Tenants {

    /** Knows whose a name is. */
    @ApplicationScoped
    public static class Gate implements NamespaceGate {

        @Override
        public Verdict opens(String name, Handshake handshake) {
            return handshake
                    .auth("tenant", String.class)
                    .filter(tenant -> name.equals("/clients/tenant-" + tenant))
                    .map(tenant -> Verdict.accepted())
                    .orElse(Verdict.refused("not yours"));
        }
    }

    @OnConnect
    void tellWhereItIs(Socket socket) {
        socket.emit("board", socket.namespace().name());
    }
}
