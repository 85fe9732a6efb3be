package io.tidings.transport.upgrade;

import jakarta.servlet.http.WebConnection;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/** The network connection behind a WebSocket, ended once, gently or by force. */
final class Connection {

    private static final Logger LOG = System.getLogger(Connection.class.getName());

    private final WebConnection web;
    private final AtomicBoolean ended = new AtomicBoolean();

    Connection(WebConnection web) {
        this.web = web;
    }

    /** Ends a connection on which nothing waits to be written any more. */
    void close() {
        if (ended.compareAndSet(false, true)) {
            closeQuietly();
        }
    }

    /**
     * Ends a connection whose client may not read. Containers write out what is left when they close a connection, and wait
     * for the client while they do. A thread that is marked as interrupted cannot wait: the channel closes at once instead.
     */
    void abort() {
        if (ended.compareAndSet(false, true)) {
            boolean wasInterrupted = Thread.interrupted();
            Thread.currentThread().interrupt();
            try {
                closeQuietly();
            } finally {
                Thread.interrupted();
                if (wasInterrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private void closeQuietly() {
        try {
            web.close();
        } catch (Exception alreadyGone) {
            LOG.log(Level.DEBUG, "The connection was gone when it was closed", alreadyGone);
        }
    }
}
