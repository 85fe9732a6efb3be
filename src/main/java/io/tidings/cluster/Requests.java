package io.tidings.cluster;

import io.tidings.api.Answers;
import io.tidings.api.Answers.Reason;
import io.tidings.cluster.ClusterMessage.Answer;
import io.tidings.schedule.Deadlines;
import io.tidings.socketio.Parts;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;

/** What this node has asked others and not been told yet. */
final class Requests {

    /** More are not begun: who asks faster than others can answer would fill the memory with questions. */
    static final int MOST_OPEN = 10_000;

    private final Deadlines deadlines;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, Request<?>> open = new ConcurrentHashMap<>();

    Requests(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** Begins to wait for those nodes, and then asks them under a number, if that can be done. */
    <T> void begin(Set<NodeId> asked, Duration patience, PartCodec<T> codec, Parts<T> parts, LongPredicate ask) {
        if (asked.isEmpty()) {
            parts.end();
            return;
        }
        if (open.size() >= MOST_OPEN) {
            asked.forEach(node -> parts.missing(new Answers.Missing(node.toString(), Reason.TOO_MANY_PENDING)));
            parts.end();
            return;
        }
        long number = numbers.incrementAndGet();
        Request<T> request = new Request<>(codec, parts, asked);
        open.put(number, request);
        boolean isAsked = ask.test(number);
        if (request.endWith(deadlines.after(patience, () -> end(number, Reason.TIMED_OUT)))) {
            open.remove(number);
        }
        if (!isAsked) {
            end(number, Reason.NOT_SENT);
        }
    }

    void answered(NodeId by, Answer answer) {
        Request<?> request = open.get(answer.request());
        if (request != null && request.answered(by, answer)) {
            open.remove(answer.request());
        }
    }

    /** Its answers will never come. */
    void gone(NodeId node) {
        open.forEach((number, request) -> {
            if (request.gone(node)) {
                open.remove(number);
            }
        });
    }

    /** Nothing comes any more. */
    void endAll() {
        open.keySet().forEach(number -> end(number, Reason.NODE_UNREACHABLE));
    }

    private void end(long number, Reason reason) {
        Request<?> request = open.remove(number);
        if (request != null) {
            request.end(reason);
        }
    }

    int count() {
        return open.size();
    }
}
