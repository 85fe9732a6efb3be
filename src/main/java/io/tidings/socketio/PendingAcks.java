package io.tidings.socketio;

import io.tidings.api.Answers;
import io.tidings.protocol.socketio.Payload;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The acknowledgements that one client owes. */
final class PendingAcks {

    /** Somebody who waits for one; told exactly one thing. */
    interface Waiting {

        void answered(ClientSocket by, Payload payload);

        void missed(ClientSocket by, Answers.Reason reason);
    }

    private final ClientSocket socket;
    private final int limit;

    // Guarded by this; there is no map while nobody waits.
    private @Nullable Map<Long, Waiting> byId;
    private boolean ended;

    PendingAcks(ClientSocket socket, int limit) {
        this.socket = socket;
        this.limit = limit;
    }

    /** Waits for the acknowledgement of that id; where that cannot be, the one who waits is told at once, and false returned. */
    boolean add(long id, Waiting waiting) {
        Answers.Reason refusal = tryAdd(id, waiting);
        if (refusal != null) {
            waiting.missed(socket, refusal);
        }
        return refusal == null;
    }

    private synchronized Answers.@Nullable Reason tryAdd(long id, Waiting waiting) {
        if (ended) {
            return Answers.Reason.DISCONNECTED;
        }
        Map<Long, Waiting> map = byId == null ? new HashMap<>(4) : byId;
        if (map.size() >= limit) {
            return Answers.Reason.TOO_MANY_PENDING;
        }
        map.put(id, waiting);
        byId = map;
        return null;
    }

    /** An acknowledgement has come; one that nobody waits for is ignored. */
    void answered(long id, Payload payload) {
        Waiting waiting = remove(id);
        if (waiting != null) {
            waiting.answered(socket, payload);
        }
    }

    /** Nobody waits any longer for the acknowledgement of that id. */
    void miss(long id, Answers.Reason reason) {
        Waiting waiting = remove(id);
        if (waiting != null) {
            waiting.missed(socket, reason);
        }
    }

    private synchronized @Nullable Waiting remove(long id) {
        Waiting waiting = byId == null ? null : byId.remove(id);
        if (byId != null && byId.isEmpty()) {
            byId = null;
        }
        return waiting;
    }

    /** The client has gone: none will come any more. */
    void end() {
        List<Waiting> all;
        synchronized (this) {
            ended = true;
            all = byId == null ? List.of() : List.copyOf(byId.values());
            byId = null;
        }
        all.forEach(waiting -> waiting.missed(socket, Answers.Reason.DISCONNECTED));
    }

    synchronized int count() {
        return byId == null ? 0 : byId.size();
    }
}
