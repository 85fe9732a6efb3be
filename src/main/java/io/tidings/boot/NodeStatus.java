package io.tidings.boot;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * What the node of this application holds at the moment, in numbers: for tests, for health checks and for whoever wants to
 * publish them. All are zero before the application has started and after it has stopped.
 */
@ApplicationScoped
public class NodeStatus {

    private volatile @Nullable Node node;

    void watch(@Nullable Node watched) {
        node = watched;
    }

    /** Open sessions of all engines. */
    public int sessions() {
        Node watched = node;
        return watched == null ? 0 : watched.shared().turnstile().openSessions();
    }

    /** Socket.IO sockets in all namespaces, those whose end is still being handled among them. */
    public int sockets() {
        Node watched = node;
        return watched == null ? 0 : watched.sockets();
    }

    /** Actions that wait for their time: heartbeats and time-outs of every kind. */
    public int pendingDeadlines() {
        Node watched = node;
        return watched == null ? 0 : watched.shared().deadlines().pending();
    }

    /** Bytes that wait for clients. */
    public long queuedBytes() {
        Node watched = node;
        return watched == null ? 0 : watched.shared().queuedBytes().used();
    }

    /** Handshakes that have been accepted and whose WebSocket the container has not opened yet. */
    public int outstandingTickets() {
        Node watched = node;
        return watched == null ? 0 : watched.outstandingTickets();
    }
}
