package io.tidings.cluster;

import java.security.SecureRandom;
import java.util.function.LongSupplier;

/**
 * What a node finds around it.
 *
 * @param wallClock in milliseconds
 */
public record Surroundings(LongSupplier wallClock, SecureRandom random, ClusterFaults faults) {

    /** Those that there really are, with nothing gone wrong yet. */
    public static Surroundings real() {
        return new Surroundings(System::currentTimeMillis, new SecureRandom(), new ClusterFaults(System::nanoTime));
    }
}
