package io.tidings.socketio;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sockets in one room. Walked through far more often than changed, hence the array, which is made when next needed. */
final class Members {

    private static final ClientSocket[] NOBODY = {};

    // Guarded by this.
    private final Set<ClientSocket> sockets = new HashSet<>(2);
    private volatile ClientSocket @Nullable [] snapshot = NOBODY;

    synchronized boolean add(ClientSocket socket) {
        snapshot = null;
        return sockets.add(socket);
    }

    synchronized boolean remove(ClientSocket socket) {
        snapshot = null;
        return sockets.remove(socket);
    }

    synchronized boolean isEmpty() {
        return sockets.isEmpty();
    }

    /** Those of this moment; not to be changed. */
    ClientSocket[] all() {
        ClientSocket[] current = snapshot;
        return current != null ? current : takeSnapshot();
    }

    private synchronized ClientSocket[] takeSnapshot() {
        ClientSocket[] current = sockets.toArray(NOBODY);
        snapshot = current;
        return current;
    }
}
