package io.tidings.schedule;

import java.util.Arrays;

/**
 * Decides how much of the time between two ticks counts. The shortest of the latest distances is what the timer can do;
 * whatever exceeds it by far is a standstill of this process.
 */
final class TickRhythm {

    private static final int REMEMBERED = 8;
    private static final int SKIPPED = 4;

    private final long asked;
    private final long[] distances = new long[REMEMBERED];
    private int next;

    TickRhythm(long asked) {
        this.asked = asked;
        Arrays.fill(distances, asked);
    }

    /** The time to count for a tick that came the given distance after the one before. */
    long charge(long distance) {
        distances[next] = distance;
        next = (next + 1) % REMEMBERED;
        return Math.max(0, Math.min(distance, allowance()));
    }

    /**
     * The most that one tick may count: twice the rhythm that the timer keeps. Some ticks are skipped on any busy machine; what
     * that takes is not worth a correction, while many corrections would make the clock slow.
     */
    long allowance() {
        return Math.max(SKIPPED * asked, 2 * shortest());
    }

    long shortest() {
        long shortest = Long.MAX_VALUE;
        for (long distance : distances) {
            shortest = Math.min(shortest, distance);
        }
        return shortest;
    }
}
