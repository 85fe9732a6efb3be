package io.tidings.transport.http;

import io.tidings.schedule.Deadlines;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How a connection that has become a WebSocket is closed: not while the container is still opening it or a thread is at work
 * on it, and without waiting for its client.
 *
 * <p>In Payara 6 a close gives the request of the handshake back for the next client, on the thread that closes. Where the
 * thread that opens the connection is still at work on that request, two clients end up with one, and one of them never gets
 * an answer. No container tells when it is done with the opening. A thread that waits for work is; one that does not may be,
 * and so a close waits for as long as an opening could possibly take.
 */
public final class ConnectionEnd {

    /** Far more than an opening ever took, with room for a busy machine. */
    public static final Duration OPENING = Duration.ofMillis(500);

    /** How often to look whether threads have left a connection: one that never does must not keep it for ever. */
    private static final int LOOKS = 20;

    private final Deadlines deadlines;
    private final long opened;
    private final Thread opener = Thread.currentThread();

    /** For a connection that the container is opening now, on this thread. */
    public ConnectionEnd(Deadlines deadlines) {
        this.deadlines = deadlines;
        this.opened = deadlines.now() + OPENING.toNanos();
    }

    /** Runs what closes the connection, now or as soon as it has been opened. */
    public void whenOpened(Runnable close) {
        if (isOpened()) {
            close.run();
        } else {
            deadlines.after(deadlines.tickLength(), () -> whenOpened(close));
        }
    }

    private boolean isOpened() {
        return deadlines.now() - opened >= 0 || isIdle(opener);
    }

    private static boolean isIdle(Thread thread) {
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING, TERMINATED -> true;
            case NEW, RUNNABLE, BLOCKED -> false;
        };
    }

    /**
     * As {@link #whenOpened}, for a client that may not read. Containers write out what is left when they close a connection,
     * and wait for the client while they do. A thread that is marked as interrupted cannot wait: the channel closes at once
     * instead.
     */
    public void byForce(Runnable close) {
        whenOpened(() -> interrupted(close));
    }

    /**
     * As {@link #byForce(Runnable)}, for a connection on which threads may be at work that have been told to stop. In Payara 6 a
     * read or write that meets the close goes on with the request that has been given back, and so with another client's.
     */
    public void byForce(BooleanSupplier isAtRest, Runnable close) {
        whenOpened(() -> whenAtRest(isAtRest, LOOKS, () -> interrupted(close)));
    }

    private void whenAtRest(BooleanSupplier isAtRest, int looks, Runnable close) {
        if (isAtRest.getAsBoolean() || looks == 0 || deadlines.isOver()) {
            close.run();
        } else {
            deadlines.after(deadlines.tickLength(), () -> whenAtRest(isAtRest, looks - 1, close));
        }
    }

    /** The same after a tick, so that others can be first; at once where there will be no tick. */
    public void byForceLater(BooleanSupplier isAtRest, Runnable close) {
        if (deadlines.isOver()) {
            byForce(isAtRest, close);
        } else {
            deadlines.after(deadlines.tickLength(), () -> byForce(isAtRest, close));
        }
    }

    /** As {@link #byForce(Runnable)}, but not at all where the container may still be opening the connection. */
    public void byForceNow(Runnable close) {
        if (isOpened()) {
            interrupted(close);
        }
    }

    private static void interrupted(Runnable close) {
        boolean wasInterrupted = Thread.interrupted();
        Thread.currentThread().interrupt();
        try {
            close.run();
        } finally {
            Thread.interrupted();
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
