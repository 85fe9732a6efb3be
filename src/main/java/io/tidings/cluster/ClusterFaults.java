package io.tidings.cluster;

import io.tidings.schedule.RareLine;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Counts what goes wrong between nodes, and tells the log at most once a second for each kind: others decide how often that is. */
public final class ClusterFaults {

    /** What can go wrong. */
    public enum Kind {
        DAMAGED("dropped a message that is damaged, or none of ours"),
        OTHER_VERSION("dropped a message of a node of another version"),
        TOO_LARGE("dropped a message larger than tidings.cluster.max-message"),
        FORGED("dropped a message that is not proven by tidings.cluster.key"),
        STALE("dropped a message of somebody unknown that was sent at another time"),
        LATE("dropped messages that had arrived before, or too late to keep their order"),
        TOO_MANY("dropped a message of one node more than tidings.cluster.max-nodes"),
        TOO_MANY_PRODUCERS("dropped a message of one producer more than tidings.cluster.max-producers"),
        UNWANTED("dropped a text message, as tidings.cluster.text-messages says"),
        UNREADABLE("dropped a text message that nobody can carry out"),
        UNHEARD("dropped an event for which observers were too slow"),
        MISSING("messages of somebody else are lost"),
        NOT_SENT("messages to other nodes are lost"),
        FAILED("could not do what somebody else wanted");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private static final Logger LOG = System.getLogger(ClusterFaults.class.getName());

    private final Map<Kind, RareLine> lines = new EnumMap<>(Kind.class);

    public ClusterFaults(LongSupplier nanoTime) {
        for (Kind kind : Kind.values()) {
            lines.put(kind, new RareLine(nanoTime));
        }
    }

    /** How often something of this kind has happened, logged or not. */
    public long count(Kind kind) {
        return line(kind).count();
    }

    private RareLine line(Kind kind) {
        RareLine line = lines.get(kind);
        if (line == null) {
            throw new IllegalStateException("no line for " + kind);
        }
        return line;
    }

    /** The detail is of our own making: what others have sent does not belong into it. */
    void note(Kind kind, long times, String detail) {
        long untold = line(kind).next(times);
        if (untold != RareLine.TOO_EARLY) {
            LOG.log(Level.WARNING, "Cluster: " + kind.words + ": " + detail + RareLine.others(untold));
        }
    }

    void note(Kind kind, String detail) {
        note(kind, 1, detail);
    }

    void failed(String detail, Throwable failure) {
        long untold = line(Kind.FAILED).next();
        if (untold != RareLine.TOO_EARLY) {
            LOG.log(Level.WARNING, "Cluster: " + Kind.FAILED.words + ": " + detail + RareLine.others(untold), failure);
        }
    }
}
