package io.tidings.cluster;

import java.security.SecureRandom;
import java.util.function.LongSupplier;

/**
 * What a node finds around it.
 *
 * @param wallClock in milliseconds
 */
public record Surroundings(LongSupplier wallClock, SecureRandom random, ClusterFaults faults) {}
