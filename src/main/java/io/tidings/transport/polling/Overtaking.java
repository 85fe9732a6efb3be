package io.tidings.transport.polling;

import io.tidings.engine.SessionId;
import io.tidings.schedule.Deadlines;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a client sends over two connections at the same time may arrive in the other order. Its polls are answered as if they
 * had come as they were sent, if they come within a moment.
 */
final class Overtaking {

    static final int MOST = 10_000;

    private static final Duration LATE = Duration.ofMillis(200);
    private static final Duration EARLY = Duration.ofMillis(50);

    private final Deadlines deadlines;
    private final Set<String> goodByes = ConcurrentHashMap.newKeySet();

    Overtaking(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /**
     * A client says good-bye, and a last poll may have been sent before. Where too many say it at once, the late polls of the others
     * get errors.
     */
    void goodBye(SessionId id) {
        if (goodByes.size() >= MOST) {
            return;
        }
        goodByes.add(id.value());
        deadlines.after(LATE, () -> goodByes.remove(id.value()));
    }

    /** True once for a session whose client has said good-bye a moment ago. */
    boolean takeGoodBye(String sid) {
        return goodByes.remove(sid);
    }

    /** The time to remember for a poll that comes. */
    long now() {
        return deadlines.now();
    }

    /**
     * True if a poll that has come at that time may have overtaken what the client says over its new transport. A client moves when its
     * last poll is back, so that one which has only just come before its word that it has moved was sent behind that word.
     */
    boolean mayHaveOvertakenTheMove(long polledAt) {
        return deadlines.now() - polledAt < EARLY.toNanos();
    }
}
