package io.tidings.engine;

import io.tidings.schedule.RareLine;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.Map;
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

    private final Map<Kind, RareLine> lines = new EnumMap<>(Kind.class);

    public PeerFaults(LongSupplier nanoTime) {
        for (Kind kind : Kind.values()) {
            lines.put(kind, new RareLine(nanoTime));
        }
    }

    /** How often something of this kind has happened, logged or not. */
    public long count(Kind kind) {
        return line(kind).count();
    }

    /** The detail may contain what the client sent: it is escaped and cut here. */
    public void note(Kind kind, Supplier<String> detail) {
        long unseen = line(kind).next();
        if (unseen >= 0) {
            LOG.log(Level.INFO, () -> kind.words + ": " + LogText.of(detail.get()) + RareLine.others(unseen));
        }
    }

    void applicationFailed(EngineSession session, Throwable failure) {
        applicationFailed("a listener, client " + session.handshake().remoteAddress(), failure);
    }

    /** The application has failed; {@code where} may contain what the client sent: it is escaped and cut here. */
    public void applicationFailed(String where, Throwable failure) {
        long unseen = line(Kind.FAILED_HANDLER).next();
        if (unseen >= 0) {
            LOG.log(
                    Level.WARNING,
                    Kind.FAILED_HANDLER.words + ": " + LogText.of(where) + RareLine.others(unseen)
                            + "; the session stays open",
                    failure);
        }
    }

    private RareLine line(Kind kind) {
        RareLine line = lines.get(kind);
        if (line == null) {
            throw new IllegalStateException("no line for " + kind);
        }
        return line;
    }
}
