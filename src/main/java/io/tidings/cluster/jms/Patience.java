package io.tidings.cluster.jms;

/** How long to wait before the broker is tried again: longer each time, up to a second, so that the bus is back soon after the broker. */
final class Patience {

    private static final long SHORTEST = 100;
    private static final long LONGEST = 1_000;

    private long next = SHORTEST;

    long next() {
        long wait = next;
        next = Math.min(2 * next, LONGEST);
        return wait;
    }

    void reset() {
        next = SHORTEST;
    }
}
