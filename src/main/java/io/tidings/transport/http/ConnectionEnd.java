package io.tidings.transport.http;

import io.tidings.schedule.Deadlines;
import java.time.Duration;

/**
 * How a connection that has become a WebSocket is closed: not while the container is still opening it, and without waiting
 * for its client.
 *
 * <p>In Payara 6 a close gives the request of the handshake back for the next client, on the thread that closes. Where the
 * thread that opens the connection is still at work on that request, two clients end up with one, and one of them never gets
 * an answer. No container tells when it is done with the opening, so a close waits until that is surely past.
 */
public final class ConnectionEnd {

    /** What opening a connection may take; far more than it ever took, with room for a busy machine. */
    static final Duration OPENING = Duration.ofMillis(500);

    private final Deadlines deadlines;
    private final long opened;

    /** For a connection that the container is opening now. */
    public ConnectionEnd(Deadlines deadlines) {
        this.deadlines = deadlines;
        this.opened = deadlines.now() + OPENING.toNanos();
    }

    /** Runs what closes the connection, now or as soon as it has been opened. */
    public void whenOpened(Runnable close) {
        if (deadlines.now() - opened >= 0) {
            close.run();
        } else {
            deadlines.at(opened, close);
        }
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
