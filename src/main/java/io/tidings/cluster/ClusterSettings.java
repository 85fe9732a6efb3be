package io.tidings.cluster;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a node behaves in a cluster.
 *
 * @param heartbeat how often it says that it lives
 * @param timeout after how long without a word another node is taken for dead
 * @param maxMessage the bytes of the largest message that is sent or taken
 * @param maxNodes how many other nodes it knows
 * @param key proves that a message is of this cluster; null where whoever reaches the bus is trusted
 * @param outsiders what is taken of those who are no nodes
 */
public record ClusterSettings(
        Duration heartbeat,
        Duration timeout,
        int maxMessage,
        int maxNodes,
        @Nullable ClusterKey key,
        OutsiderSettings outsiders) {

    public static final Duration DEFAULT_HEARTBEAT = Duration.ofSeconds(5);
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
    public static final int DEFAULT_MAX_MESSAGE = 16 << 20;
    public static final int DEFAULT_MAX_NODES = 256;

    public ClusterSettings(
            Duration heartbeat, Duration timeout, int maxMessage, int maxNodes, @Nullable ClusterKey key) {
        this(heartbeat, timeout, maxMessage, maxNodes, key, OutsiderSettings.of(key));
    }

    public ClusterSettings with(OutsiderSettings other) {
        return new ClusterSettings(heartbeat, timeout, maxMessage, maxNodes, key, other);
    }
}
