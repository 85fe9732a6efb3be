package io.tidings.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Tells the log what clients do wrong, at most one line a second for each kind: a client can cause any number of faults, and
 * a log that fills the disk is one more way to attack.
 */
public final class PeerFaults {

    /** The kinds that are limited separately. */
    public enum Kind {
        BAD_REQUEST("refused a request"),
        REFUSED_HANDSHAKE("refused a handshake"),
        CLOSED_SESSION("closed a session"),
        FAILED_HANDLER("the application failed on an event");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private static final Logger LOG = System.getLogger(PeerFaults.class.getName());
    private static final long SECOND = 1_000_000_000L;

    private final LongSupplier nanoTime;
    private final Map<Kind, Line> lines = new EnumMap<>(Kind.class);

    public PeerFaults(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        for (Kind kind : Kind.values()) {
            lines.put(kind, new Line(nanoTime.getAsLong() - SECOND));
        }
    }

    /** How often something of this kind has happened, logged or not. */
    public long count(Kind kind) {
        return line(kind).total.get();
    }

    /** The detail may contain what the client sent: it is escaped and cut here. */
    public void note(Kind kind, Supplier<String> detail) {
        long unseen = line(kind).next(nanoTime.getAsLong());
        if (unseen >= 0) {
            LOG.log(Level.INFO, () -> kind.words + ": " + LogText.of(detail.get()) + others(unseen));
        }
    }

    void applicationFailed(EngineSession session, Throwable failure) {
        applicationFailed("a listener, client " + session.handshake().remoteAddress(), failure);
    }

    /** The application has failed; {@code where} may contain what the client sent: it is escaped and cut here. */
    public void applicationFailed(String where, Throwable failure) {
        long unseen = line(Kind.FAILED_HANDLER).next(nanoTime.getAsLong());
        if (unseen >= 0) {
            LOG.log(
                    Level.WARNING,
                    Kind.FAILED_HANDLER.words + ": " + LogText.of(where) + others(unseen) + "; the session stays open",
                    failure);
        }
    }

    private static String others(long unseen) {
        return unseen == 0 ? "" : " (and " + unseen + " more of this kind since the last line)";
    }

    private Line line(Kind kind) {
        Line line = lines.get(kind);
        if (line == null) {
            throw new IllegalStateException("no line for " + kind);
        }
        return line;
    }

    /** When one kind was logged last, and how often it has happened. */
    private static final class Line {

        final AtomicLong total = new AtomicLong();
        private long loggedAt;
        private long unseen;

        Line(long loggedAt) {
            this.loggedAt = loggedAt;
        }

        /** How many were passed over since the last line, or -1 where it is too early for a new one. */
        synchronized long next(long now) {
            total.incrementAndGet();
            if (now - loggedAt < SECOND) {
                unseen++;
                return -1;
            }
            long passedOver = unseen;
            unseen = 0;
            loggedAt = now;
            return passedOver;
        }
    }
}
