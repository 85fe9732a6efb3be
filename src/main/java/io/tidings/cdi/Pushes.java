package io.tidings.cdi;

import io.tidings.api.Push;
import io.tidings.socketio.PushPort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;

/** Hears what the application fires to be emitted. */
@ApplicationScoped
public class Pushes {

    private static final PushPort NOBODY = push -> {};

    private volatile PushPort port = NOBODY;

    /** From now on pushes are emitted there. Before that nobody can be connected, so there is nobody to miss them. */
    public void connect(PushPort server) {
        port = server;
    }

    public void disconnect() {
        port = NOBODY;
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Push push) {
        port.push(push);
    }

    void fired(@ObservesAsync Push push) {
        port.push(push);
    }
}
