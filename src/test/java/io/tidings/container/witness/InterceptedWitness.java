package io.tidings.container.witness;

import io.tidings.engine.EngineListener;
import io.tidings.engine.EngineSession;
import io.tidings.protocol.engineio.EnginePacket;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** A listener at the default path whose methods are intercepted as those of any bean. */
@ApplicationScoped
public class InterceptedWitness implements EngineListener {

    private final Visit visit;

    @Resource
    private @Nullable TransactionSynchronizationRegistry transactions;

    @Inject
    public InterceptedWitness(Visit visit) {
        this.visit = visit;
    }

    /** For the client proxy only. */
    InterceptedWitness() {
        this(new Visit());
    }

    @Override
    @Transactional
    @ActivateRequestContext
    public void message(EngineSession session, EnginePacket message) {
        boolean inTransaction = transactions != null && transactions.getTransactionStatus() == Status.STATUS_ACTIVE;
        session.send(EnginePacket.text("transaction " + inTransaction + ", visit " + visit.next()));
    }
}
