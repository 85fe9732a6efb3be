package io.tidings.cluster;

import org.jspecify.annotations.Nullable;

/**
 * What is taken of those who are no nodes.
 *
 * @param maxProducers how many who only publish are known at one time
 * @param texts what a text message may come to; null where none is taken
 */
public record OutsiderSettings(int maxProducers, @Nullable TextLimits texts) {

    public static final int DEFAULT_MAX_PRODUCERS = 1_000;

    /** As it is where nothing else is set: text proves nothing, so it is not taken where there is a key. */
    public static OutsiderSettings of(@Nullable ClusterKey key) {
        return new OutsiderSettings(DEFAULT_MAX_PRODUCERS, key == null ? TextLimits.DEFAULT : null);
    }
}
