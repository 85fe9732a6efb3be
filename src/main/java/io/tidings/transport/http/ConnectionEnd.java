package io.tidings.transport.http;

import io.tidings.schedule.Deadlines;
import java.time.Duration;

/**
 * How a connection that has become a WebSocket is closed: not while the container is still opening it, and without waiting
 * for its client.
 *
 * <p>In Payara 6 a close gives the request of the handshake back for the next client, on the thread that closes. Where the
 * thread that opens the connection is still at work on that request, two clients end up with one, and one of them never gets
 * an answer. No container tells when it is done with the opening. A thread that waits for work is; one that does not may be,
 * and so a close waits for as long as an opening could possibly take.
 */
public final class ConnectionEnd {

    /** Far more than an opening ever took, with room for a busy machine. */
    public static final Duration OPENING = Duration.ofMillis(500);

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
