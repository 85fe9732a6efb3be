package io.tidings.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All others who publish: who of them is a node that lives, and which number each has said last. Those who fell silent are remembered for a
 * while: they may only have been frozen, and what was recorded of them may be played again.
 */
final class Publishers {

    /** So many of those who are not heard any more are remembered. */
    static final int MOST_FORMER = 1_000;

    /** What is to be done with a message. */
    enum Verdict {
        TAKEN,
        /** It has arrived before, or so late that to take it would break the order. */
        LATE,
        /** It was sent at another time than it claims, or is played again. */
        STALE,
        /** There are so many publishers already. */
        TOO_MANY
    }

    /**
     * What a message changes.
     *
     * @param missing how many messages of its publisher have not arrived before it
     */
    record Admission(Verdict verdict, long missing) {}

    private final int most;

    // Guarded by this.
    private final Map<NodeId, Publisher> present = new LinkedHashMap<>();
    private final Map<NodeId, Publisher> former = new LinkedHashMap<>();
    private volatile boolean hasOthers;

    Publishers(int most) {
        this.most = most;
    }

    /** Looks at the envelope of a message; a stranger is only taken in by one that was sent just now, as far as clocks agree. */
    synchronized Admission admit(NodeId id, long sequence, long now, boolean isFresh) {
        Publisher known = present.get(id);
        Publisher publisher = known == null ? former.get(id) : known;
        if (publisher == null) {
            return admitStranger(id, sequence, now, isFresh);
        }
        long gap = publisher.gapBefore(sequence);
        if (gap < 0 || publisher.hasLeft()) {
            return new Admission(Verdict.LATE, 0);
        }
        publisher.heard(sequence, now);
        if (known == null) {
            former.remove(id);
            present.put(id, publisher);
            noteOthers();
        }
        return new Admission(Verdict.TAKEN, gap);
    }

    private Admission admitStranger(NodeId id, long sequence, long now, boolean isFresh) {
        if (!isFresh) {
            return new Admission(Verdict.STALE, 0);
        }
        if (present.size() >= most) {
            return new Admission(Verdict.TOO_MANY, 0);
        }
        present.put(id, new Publisher(id, sequence + 1, now));
        return new Admission(Verdict.TAKEN, 0);
    }

    /** A publisher has said that it is a node; true if that is news. */
    synchronized boolean becomesNode(NodeId id) {
        Publisher publisher = present.get(id);
        if (publisher == null || publisher.isNode()) {
            return false;
        }
        publisher.becomeNode();
        noteOthers();
        return true;
    }

    /** A node has said good-bye; true if it was known. */
    synchronized boolean leaves(NodeId id) {
        Publisher publisher = present.remove(id);
        if (publisher == null) {
            return false;
        }
        publisher.leave();
        remember(publisher);
        noteOthers();
        return publisher.isNode();
    }

    /** Takes those for dead who have not been heard since that moment; gives the nodes among them. */
    synchronized List<NodeId> silentSince(long moment) {
        List<NodeId> dead = new ArrayList<>();
        for (Publisher publisher : List.copyOf(present.values())) {
            if (publisher.isSilentSince(moment)) {
                present.remove(publisher.id());
                remember(publisher);
                if (publisher.isNode()) {
                    dead.add(publisher.id());
                }
            }
        }
        noteOthers();
        return dead;
    }

    /** Counts no longer on those who have not been heard since that moment. */
    synchronized void giveUpSince(long moment) {
        for (Publisher publisher : former.values()) {
            if (publisher.isSilentSince(moment)) {
                publisher.giveUp();
            }
        }
        noteOthers();
    }

    private void remember(Publisher publisher) {
        former.remove(publisher.id());
        former.put(publisher.id(), publisher);
        if (former.size() > MOST_FORMER) {
            former.remove(former.keySet().iterator().next());
        }
    }

    private void noteOthers() {
        hasOthers = present.values().stream().anyMatch(Publisher::mayListen)
                || former.values().stream().anyMatch(Publisher::mayListen);
    }

    /** The nodes that live. */
    synchronized Set<NodeId> nodes() {
        Set<NodeId> nodes = new LinkedHashSet<>();
        for (Publisher publisher : present.values()) {
            if (publisher.isNode()) {
                nodes.add(publisher.id());
            }
        }
        return nodes;
    }

    /** Whether somebody may listen: one who is only silent may come back and find what was published meanwhile. */
    boolean hasOthers() {
        return hasOthers;
    }

    synchronized int count() {
        return present.size() + former.size();
    }
}
