package io.tidings.engine;

import io.tidings.schedule.Deadline;
import org.jspecify.annotations.Nullable;

/** The end of a session that waits until what is queued has left: begun once, by the application or by the client. */
final class Farewell {

    private final Session session;
    private final Engine engine;
    private final Outbox outbox;
    private volatile @Nullable Deadline patience;
    private volatile boolean byClient;

    Farewell(Session session, Engine engine, Outbox outbox) {
        this.session = session;
        this.engine = engine;
        this.outbox = outbox;
    }

    boolean hasBegun() {
        return patience != null;
    }

    /** True once the client has said good-bye: nothing counts that comes from it after that. */
    boolean isByClient() {
        return byClient;
    }

    void begin() {
        if (!outbox.seal()) {
            return;
        }
        Deadline limit = engine.deadlines()
                .after(engine.settings().closeTimeout(), () -> session.close(CloseReason.FORCED_CLOSE));
        patience = limit;
        if (session.closeReason().isPresent()) {
            limit.cancel();
        }
        FlushScope.flush(session);
    }

    /**
     * The client says good-bye. An answer to what came before that may still be in the hands of another thread, or wait for a
     * client that reads slowly; it leaves first, as with the reference. A client that polls does not come back for it.
     */
    void beginByClient(Transport carrying) {
        boolean isNobodyWaiting = outbox.isEmpty() && carrying.isWritable();
        if (carrying.kind() == TransportKind.POLLING || isNobodyWaiting) {
            session.close(CloseReason.TRANSPORT_CLOSE);
        } else if (!hasBegun()) {
            byClient = true;
            begin();
        }
    }

    /** The reason of a session that ends now: a client that has said good-bye left by itself, whatever else happens then. */
    CloseReason reason(CloseReason asked) {
        return byClient ? CloseReason.TRANSPORT_CLOSE : asked;
    }

    /** The session has ended: nothing has to be waited for any more. */
    void end() {
        Deadline limit = patience;
        if (limit != null) {
            limit.cancel();
        }
    }
}
