package io.tidings.socketio;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sockets in one room. Walked through far more often than changed, hence the array, which is made when next needed; and most
 * rooms have few members, for whom the array is enough.
 */
final class Members {

    private static final int FEW = 8;

    private static final ClientSocket[] NOBODY = {};

    // Guarded by this; there is no set for few.
    private @Nullable Set<ClientSocket> many;
    private volatile ClientSocket @Nullable [] snapshot = NOBODY;

    synchronized void add(ClientSocket socket) {
        if (many != null) {
            many.add(socket);
            snapshot = null;
            return;
        }
        ClientSocket[] few = all();
        if (few.length == FEW) {
            many = new HashSet<>(List.of(few));
            add(socket);
        } else if (!Arrays.asList(few).contains(socket)) {
            ClientSocket[] more = Arrays.copyOf(few, few.length + 1);
            more[few.length] = socket;
            snapshot = more;
        }
    }

    synchronized void remove(ClientSocket socket) {
        if (many != null) {
            many.remove(socket);
            snapshot = null;
        } else {
            snapshot = Arrays.stream(all()).filter(each -> each != socket).toArray(ClientSocket[]::new);
        }
    }

    synchronized boolean isEmpty() {
        return many == null ? all().length == 0 : many.isEmpty();
    }

    /** Those of this moment; not to be changed. */
    ClientSocket[] all() {
        ClientSocket[] current = snapshot;
        return current != null ? current : takeSnapshot();
    }

    private synchronized ClientSocket[] takeSnapshot() {
        ClientSocket[] current = many == null ? NOBODY : many.toArray(NOBODY);
        snapshot = current;
        return current;
    }
}
