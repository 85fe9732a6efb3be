package io.tidings.cluster;

import io.tidings.api.Answers;
import io.tidings.api.Answers.Reason;
import io.tidings.cluster.ClusterMessage.Answer;
import io.tidings.protocol.Bytes;
import io.tidings.schedule.Deadline;
import io.tidings.socketio.Parts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What this node has asked others, until each of them has come to its end. */
final class Request<T> {

    /** More than that is no answer, but a way to fill the memory. */
    static final long MOST_BYTES = 64 << 20;

    private final PartCodec<T> codec;
    private final Parts<T> parts;

    // Guarded by this: the nodes that still have something to say, and the index of their next piece.
    private final Map<NodeId, Integer> awaited = new HashMap<>();
    private long bytes;
    private boolean hasEnded;
    private @Nullable Deadline timeout;

    Request(PartCodec<T> codec, Parts<T> parts, Set<NodeId> asked) {
        this.codec = codec;
        this.parts = parts;
        asked.forEach(node -> awaited.put(node, 0));
    }

    /** True if nobody is awaited any more; then it is over. */
    boolean endWith(Deadline given) {
        synchronized (this) {
            timeout = given;
        }
        return endIfComplete();
    }

    /** Takes a piece; true if with that it is over. */
    boolean answered(NodeId by, Answer answer) {
        synchronized (this) {
            Integer next = awaited.get(by);
            if (next == null || answer.index() < next) {
                // Of somebody who was not asked, or for the second time.
                return false;
            }
            if (answer.index() > next) {
                miss(by, Reason.NOT_SENT);
            } else if (!take(answer)) {
                miss(by, Reason.FAILED);
            } else if (answer.isLast()) {
                awaited.remove(by);
            } else {
                awaited.put(by, next + 1);
            }
        }
        return endIfComplete();
    }

    /** False if it is no answer to this. */
    private boolean take(Answer answer) {
        for (Bytes part : answer.parts()) {
            bytes += part.length();
        }
        if (bytes > MOST_BYTES) {
            return false;
        }
        try {
            for (Bytes part : answer.parts()) {
                parts.arrived(codec.decode(part));
            }
        } catch (DamagedException damaged) {
            return false;
        }
        answer.missing().forEach(parts::missing);
        return true;
    }

    private void miss(NodeId node, Reason reason) {
        awaited.remove(node);
        parts.missing(new Answers.Missing(node.toString(), reason));
    }

    /** A node has died or gone; true if with that it is over. */
    boolean gone(NodeId node) {
        synchronized (this) {
            if (!awaited.containsKey(node)) {
                return false;
            }
            miss(node, Reason.NODE_UNREACHABLE);
        }
        return endIfComplete();
    }

    /** Nobody is awaited any longer. */
    void end(Reason reason) {
        synchronized (this) {
            List.copyOf(awaited.keySet()).forEach(node -> miss(node, reason));
        }
        endIfComplete();
    }

    private boolean endIfComplete() {
        synchronized (this) {
            if (hasEnded || timeout == null || !awaited.isEmpty()) {
                return false;
            }
            hasEnded = true;
            timeout.cancel();
        }
        parts.end();
        return true;
    }
}
