package io.tidings.bench.load;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** What a run has seen so far. */
final class Score {

    private static final long LONGEST_NANOS = 600_000_000_000L;
    private static final int DIGITS = 3;

    private final Histogram latencies = new Histogram(LONGEST_NANOS, DIGITS);
    private final Histogram latenciesHere = new Histogram(LONGEST_NANOS, DIGITS);
    private final Histogram latenciesElsewhere = new Histogram(LONGEST_NANOS, DIGITS);
    private long now = System.nanoTime();
    private int dialled;
    private int ready;
    private int failed;
    private long forgotten;
    private long errors;
    private @Nullable String firstError;

    /** The time at which the batch in work was found; one look at the clock serves all its messages. */
    long now() {
        return now;
    }

    void tick() {
        now = System.nanoTime();
    }

    void dialled() {
        dialled++;
    }

    /** The client said its greetings and is ready for load. */
    void ready() {
        ready++;
    }

    /** The client is lost before it was ready. */
    void failed(String why) {
        failed++;
        error(why);
    }

    void error(String why) {
        errors++;
        if (firstError == null) {
            firstError = why;
        }
    }

    /** An answer, or a delivery at the node of the sender. */
    void counted(long nanos) {
        counted(nanos, latenciesHere);
    }

    /** A delivery at another node than that of the sender. */
    void countedElsewhere(long nanos) {
        counted(nanos, latenciesElsewhere);
    }

    private void counted(long nanos, Histogram place) {
        long value = Math.min(nanos, LONGEST_NANOS);
        latencies.recordValue(value);
        place.recordValue(value);
    }

    /** Forgets the warm-up; errors stay. */
    void restart() {
        forgotten += latencies.getTotalCount();
        latencies.reset();
        latenciesHere.reset();
        latenciesElsewhere.reset();
    }

    /** All that was counted, with what the warm-up made of it. */
    long total() {
        return forgotten + latencies.getTotalCount();
    }

    int dialling() {
        return dialled - ready - failed;
    }

    int readyClients() {
        return ready;
    }

    int settled() {
        return ready + failed;
    }

    long errors() {
        return errors;
    }

    @Nullable
    String firstError() {
        return firstError;
    }

    Histogram latenciesHere() {
        return latenciesHere;
    }

    Histogram latenciesElsewhere() {
        return latenciesElsewhere;
    }

    Histogram latencies() {
        return latencies;
    }
}
