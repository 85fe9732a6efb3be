package io.tidings.cluster;

import io.tidings.cluster.Frame.RefusedFrame;
import io.tidings.protocol.Bytes;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Looks at everything that arrives before it is acted upon, and lets nothing that goes wrong with it reach those who receive. */
final class Inspection {

    /** So far the clocks of nodes may differ, and so long a message may be under way, where both matter. */
    static final Duration FRESH = Duration.ofMinutes(5);

    private final int most;
    private final @Nullable ClusterKey key;
    private final LongSupplier wallClock;
    private final ClusterFaults faults;

    Inspection(int maxMessage, @Nullable ClusterKey key, Surroundings surroundings) {
        this.most = maxMessage;
        this.key = key;
        this.wallClock = surroundings.wallClock();
        this.faults = surroundings.faults();
    }

    /** What is done with a message. */
    @FunctionalInterface
    interface Act {
        void on(Frame frame) throws RefusedFrame;
    }

    void inspect(Bytes bytes, String what, Act act) {
        try {
            act.on(Frame.read(bytes, most, key));
        } catch (RefusedFrame refused) {
            faults.note(ClusterFaults.Kind.valueOf(refused.refusal().name()), "whoever sent it can reach the topic");
        } catch (RuntimeException | StackOverflowError failure) {
            faults.failed(what + " of " + bytes.length() + " bytes", failure);
        }
    }

    /** Without a key anybody can claim any time, so that it is not looked at. */
    boolean isFresh(Frame frame) {
        return key == null || Math.abs(wallClock.getAsLong() - frame.sentAt()) <= FRESH.toMillis();
    }

    ClusterFaults faults() {
        return faults;
    }
}
