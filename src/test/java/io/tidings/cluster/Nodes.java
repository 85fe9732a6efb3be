package io.tidings.cluster;

import io.tidings.schedule.ManualTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Some nodes on an unreliable topic, with a clock that stands still. */
final class Nodes {

    static final Duration HEARTBEAT = Duration.ofSeconds(5);
    static final Duration TIMEOUT = Duration.ofSeconds(10);
    static final int MAX_MESSAGE = 1 << 20;

    final ManualTime time = new ManualTime();
    final UnreliableTopic topic;
    final List<Node> all = new ArrayList<>();
    private final SecureRandom random;
    private final @Nullable ClusterKey key;
    private long wallClock = 1_700_000_000_000L;

    /** A node, what it has been told, and its way to the topic. */
    record Node(ClusterNode cluster, RecordingHolder holder, UnreliableTopic.Member bus, ClusterFaults faults) {

        long faults(ClusterFaults.Kind kind) {
            return faults.count(kind);
        }
    }

    Nodes(int count, long seed, @Nullable ClusterKey key) {
        this.topic = new UnreliableTopic(seed);
        this.random = seeded(seed);
        this.key = key;
        for (int i = 0; i < count; i++) {
            add();
        }
        topic.run();
    }

    Nodes(int count) {
        this(count, 1, null);
    }

    /** Repeats itself, other than the one that nodes really get. */
    private static SecureRandom seeded(long seed) {
        Random numbers = new Random(seed);
        return new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public long nextLong() {
                return numbers.nextLong();
            }
        };
    }

    Node add() {
        return add(key);
    }

    Node add(@Nullable ClusterKey own) {
        return add(new ClusterSettings(HEARTBEAT, TIMEOUT, MAX_MESSAGE, 8, own));
    }

    Node add(ClusterSettings settings) {
        RecordingHolder holder = new RecordingHolder("n" + all.size());
        UnreliableTopic.Member bus = topic.join();
        ClusterFaults faults = new ClusterFaults(time);
        ClusterNode cluster =
                new ClusterNode(bus, settings, time.deadlines(), new Surroundings(() -> wallClock, random, faults));
        Node node = new Node(cluster, holder, bus, faults);
        all.add(node);
        cluster.start(holder);
        return node;
    }

    Node node(int index) {
        return all.get(index);
    }

    void run() {
        topic.run();
    }

    /** Lets time pass, and all that is said meanwhile arrive. */
    void pass(Duration duration) {
        for (Duration left = duration; left.compareTo(Duration.ZERO) > 0; left = left.minus(ManualTime.TICK)) {
            wallClock += ManualTime.TICK.toMillis();
            time.advance(ManualTime.TICK);
            topic.run();
        }
    }

    void setWallClock(long millis) {
        wallClock = millis;
    }

    long wallClock() {
        return wallClock;
    }
}
