package io.tidings.transport.polling;

import io.tidings.engine.SessionId;
import io.tidings.schedule.Deadlines;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Clients that have said good-bye a moment ago. Their last poll may have been on another connection, and may arrive behind
 * the good-bye although it was sent before: it is answered as it would have been in time, instead of with an error.
 */
final class Farewells {

    static final int MOST = 10_000;

    private static final Duration MOMENT = Duration.ofMillis(200);

    private final Deadlines deadlines;
    private final Set<String> expected = ConcurrentHashMap.newKeySet();

    Farewells(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** A client has said good-bye. Where too many say it at once, the late polls of the others get errors. */
    void expect(SessionId id) {
        if (expected.size() >= MOST) {
            return;
        }
        expected.add(id.value());
        deadlines.after(MOMENT, () -> expected.remove(id.value()));
    }

    /** True once for a session that is expected. */
    boolean take(String sid) {
        return expected.remove(sid);
    }
}
