package io.tidings.wire;

/** How long things take, as exactly as a machine can tell that others use too. */
final class Times {

    private static final int TRIES = 5;

    private Times() {}

    /** The shortest of some tries, in milliseconds. */
    static double best(Runnable task) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long before = System.nanoTime();
            task.run();
            best = Math.min(best, System.nanoTime() - before);
        }
        return best / 1e6;
    }
}
