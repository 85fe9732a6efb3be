package io.tidings.engine;

import io.tidings.protocol.engineio.EnginePacket;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that were sent something while one batch of events was handled on this thread. They are flushed together at
 * its end, so that everything a batch sends to a client leaves in one write.
 */
public final class FlushScope {

    private static final Logger LOG = System.getLogger(FlushScope.class.getName());

    // Set only while a batch runs: a value left on a container's thread would keep the application's class loader
    // alive.
    private static final ThreadLocal<FlushScope> CURRENT = new ThreadLocal<>();

    private final Thread thread = Thread.currentThread();
    private final Queue<Session> dirty = new ArrayDeque<>(2);
    private @Nullable Queue<Runnable> lastActions;
    private @Nullable Queue<Runnable> afterwards;
    private @Nullable LastEncoding lastEncoding;

    private FlushScope() {}

    /** Runs a batch; one inside another is a part of that. */
    public static void run(Runnable batch) {
        if (CURRENT.get() != null) {
            batch.run();
            return;
        }
        FlushScope scope = new FlushScope();
        CURRENT.set(scope);
        try {
            batch.run();
        } finally {
            scope.end();
        }
    }

    /**
     * Runs an action when the batch of this thread is over and before its sessions are flushed. It may send, and may add
     * further actions. Where no batch runs, it is one of its own and runs at once. What it throws goes to the log.
     */
    public static void atEnd(Runnable action) {
        FlushScope scope = CURRENT.get();
        if (scope == null) {
            run(() -> atEnd(action));
        } else {
            scope.lastActions = added(scope.lastActions, action);
        }
    }

    /** Runs an action when the batch of this thread is over and written, or at once where none runs. */
    static void after(Runnable action) {
        FlushScope scope = CURRENT.get();
        if (scope == null) {
            action.run();
        } else {
            scope.afterwards = added(scope.afterwards, action);
        }
    }

    /**
     * The bytes that packets become on the wire. Sessions of one batch that wait for the very same packets, one after another,
     * get the very same bytes, so that a broadcast is encoded once: neither the list nor the bytes may be changed by anybody.
     *
     * @param encoding always the same object for the same encoding
     */
    public static byte[] encode(List<EnginePacket> packets, Function<List<EnginePacket>, byte[]> encoding) {
        FlushScope scope = CURRENT.get();
        return scope == null ? encoding.apply(packets) : scope.lastEncoding().of(packets, encoding);
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
        // Another thread's scope may take the mark over or away: the session is listed twice then, which is harmless.
        if (session.flushMark() != this) {
            session.markFlush(this);
            dirty.add(session);
        }
    }

    private LastEncoding lastEncoding() {
        LastEncoding last = lastEncoding;
        if (last == null) {
            last = new LastEncoding();
            lastEncoding = last;
        }
        return last;
    }

    private static Queue<Runnable> added(@Nullable Queue<Runnable> actions, Runnable action) {
        Queue<Runnable> all = actions == null ? new ArrayDeque<>(2) : actions;
        all.add(action);
        return all;
    }

    private void end() {
        try {
            // Still in the batch, because whatever runs here may send, too: a session that ends tells its listener so.
            do {
                runAll(lastActions);
            } while (flushOne());
        } finally {
            CURRENT.remove();
        }
        runAll(afterwards);
    }

    private static void runAll(@Nullable Queue<Runnable> actions) {
        while (actions != null && !actions.isEmpty()) {
            Runnable action = actions.remove();
            try {
                action.run();
            } catch (Throwable e) {
                failed(e);
            }
        }
    }

    /** False where no session is left. */
    private boolean flushOne() {
        Session session = dirty.poll();
        if (session == null) {
            return false;
        }
        session.markFlush(null);
        try {
            session.flushNow();
        } catch (Throwable e) {
            failed(e);
        }
        return true;
    }

    /** Whatever it is: the rest of the batch has nothing to do with it. */
    private static void failed(Throwable e) {
        LOG.log(Level.ERROR, "The end of a batch failed", e);
    }
}
