package io.tidings.transport.upgrade;

import io.tidings.transport.http.ConnectionEnd;
import jakarta.servlet.http.WebConnection;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/** The network connection behind a WebSocket, ended once, gently or by force. */
final class Connection {

    private static final Logger LOG = System.getLogger(Connection.class.getName());

    private final WebConnection web;
    private final ConnectionEnd end;
    private final AtomicBoolean ended = new AtomicBoolean();

    Connection(WebConnection web, ConnectionEnd end) {
        this.web = web;
        this.end = end;
    }

    /** Ends a connection on which nothing waits to be written any more. */
    void close() {
        if (ended.compareAndSet(false, true)) {
            end.whenOpened(this::closeQuietly);
        }
    }

    /** Ends a connection whose client may not read. */
    void abort() {
        if (ended.compareAndSet(false, true)) {
            end.byForce(this::closeQuietly);
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
