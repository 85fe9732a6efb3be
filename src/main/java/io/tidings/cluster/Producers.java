package io.tidings.cluster;

import io.tidings.cluster.ClusterFaults.Kind;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Those who publish and are no nodes, and which number each has said last. Nobody asks them anything, so that all of them may be silent. */
final class Producers {

    /** After so long nothing that was recorded of one would be taken any more, wherever within its bounds its clock was. */
    static final Duration MEMORY = Inspection.FRESH.multipliedBy(2);

    private final int most;
    private final LongSupplier nanoTime;
    private final ClusterFaults faults;

    /** In the order in which they were heard. Guarded by this. */
    private final Map<NodeId, Publisher> known = new LinkedHashMap<>();

    Producers(int most, LongSupplier nanoTime, ClusterFaults faults) {
        this.most = most;
        this.nanoTime = nanoTime;
        this.faults = faults;
    }

    /** Whether a message is to be taken; counts what is missing before it. */
    synchronized boolean admits(Frame frame, boolean isFresh) {
        Publisher producer = known.get(frame.publisher());
        if (producer == null) {
            return admitsStranger(frame, isFresh);
        }
        long gap = producer.gapBefore(frame.sequence());
        if (gap < 0) {
            note(Kind.LATE, 1, frame);
            return false;
        }
        if (gap > 0) {
            note(Kind.MISSING, gap, frame);
        }
        producer.heard(frame.sequence(), nanoTime.getAsLong());
        known.remove(producer.id());
        known.put(producer.id(), producer);
        return true;
    }

    private boolean admitsStranger(Frame frame, boolean isFresh) {
        long now = nanoTime.getAsLong();
        forgetSince(now - MEMORY.toNanos());
        if (!isFresh) {
            note(Kind.STALE, 1, frame);
            return false;
        }
        if (known.size() >= most) {
            note(Kind.TOO_MANY_PRODUCERS, 1, frame);
            return false;
        }
        known.put(frame.publisher(), new Publisher(frame.publisher(), frame.sequence() + 1, now));
        return true;
    }

    private void forgetSince(long moment) {
        Iterator<Publisher> silentFirst = known.values().iterator();
        while (silentFirst.hasNext() && silentFirst.next().isSilentSince(moment)) {
            silentFirst.remove();
        }
    }

    private void note(Kind kind, long times, Frame frame) {
        faults.note(kind, times, times + " of producer " + frame.publisher());
    }
}
