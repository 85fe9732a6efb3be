package io.tidings.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * The sessions that were sent something while one batch of events was handled on this thread. They are flushed together at
 * its end, so that everything a batch sends to a client leaves in one write.
 */
final class FlushScope {

    // Set only while a batch runs: a value left on a container's thread would keep the application's class loader
    // alive.
    private static final ThreadLocal<FlushScope> CURRENT = new ThreadLocal<>();

    private final Thread thread = Thread.currentThread();
    private final List<Session> dirty = new ArrayList<>(2);

    private FlushScope() {}

    static void run(Runnable batch) {
        if (CURRENT.get() != null) {
            batch.run();
            return;
        }
        FlushScope scope = new FlushScope();
        CURRENT.set(scope);
        try {
            batch.run();
        } finally {
            CURRENT.remove();
            scope.flushAll();
        }
    }

    /** Flushes at the end of the batch that runs on this thread, or at once where none runs. */
    static void flush(Session session) {
        FlushScope mark = session.flushMark();
        if (mark != null && mark.thread == Thread.currentThread()) {
            // The scope of this thread has it already: seen without a look-up, which a message would pay for.
            return;
        }
        FlushScope scope = CURRENT.get();
        if (scope == null) {
            session.flushNow();
        } else {
            scope.add(session);
        }
    }

    private void add(Session session) {
        // Another thread's scope may take the mark over: then the session is listed twice here, which is harmless.
        if (session.flushMark() != this) {
            session.markFlush(this);
            dirty.add(session);
        }
    }

    private void flushAll() {
        for (Session session : dirty) {
            session.unmarkFlush(this);
            session.flushNow();
        }
    }
}
