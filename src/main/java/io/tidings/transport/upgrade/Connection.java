package io.tidings.transport.upgrade;

import io.tidings.transport.http.ConnectionEnd;
import jakarta.servlet.http.WebConnection;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** The network connection behind a WebSocket, ended once, gently or by force, and not while others are at work on it. */
final class Connection {

    private static final Logger LOG = System.getLogger(Connection.class.getName());

    private final WebConnection web;
    private final ConnectionEnd end;
    private final BooleanSupplier isAtRest;
    private final Runnable afterUse;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean cuttingOff;

    /**
     * @param isAtRest says whether no thread but the one that asks reads or writes, and none will begin to
     * @param afterUse runs once, when nobody reads or writes any more
     */
    Connection(WebConnection web, ConnectionEnd end, BooleanSupplier isAtRest, Runnable afterUse) {
        this.web = web;
        this.end = end;
        this.isAtRest = isAtRest;
        this.afterUse = afterUse;
    }

    /** Ends a connection from which nothing is read and on which nothing waits to be written any more. */
    void close() {
        if (ended.compareAndSet(false, true)) {
            end.whenOpened(this::closeQuietly);
        }
    }

    /** Ends a connection that does not reach the client any more. */
    void abort() {
        if (ended.compareAndSet(false, true)) {
            end.byForce(isAtRest, this::closeQuietly);
        }
    }

    /**
     * Ends a connection whose client may not read, and may still be sending. Payara 6 takes what it has read meanwhile for one
     * more request, with the handshake's, which others may have been given already. Only a thread that reads knows that
     * nothing has been read meanwhile: one that comes by closes, and where none comes the client is silent.
     */
    void cutOff() {
        if (ended.compareAndSet(false, true)) {
            cuttingOff = true;
            end.byForceLater(isAtRest, this::closeQuietly);
        }
    }

    /** For the thread that reads, when it has read all that the container has read ahead of it and asked for nothing more. */
    void comeBy() {
        if (cuttingOff && isAtRest.getAsBoolean()) {
            end.byForceNow(this::closeQuietly);
        }
    }

    private void closeQuietly() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        afterUse.run();
        try {
            web.close();
        } catch (Exception alreadyGone) {
            LOG.log(Level.DEBUG, "The connection was gone when it was closed", alreadyGone);
        }
    }
}
