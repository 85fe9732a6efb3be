package io.tidings.schedule;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Time that stands still until a test moves it, and the wheel that turns with it. */
public final class ManualTime implements LongSupplier {

    public static final Duration TICK = Duration.ofMillis(50);

    // Close to the end of the numbers: System.nanoTime() may start anywhere, too.
    private long nanos = Long.MAX_VALUE - Duration.ofSeconds(3).toNanos();
    private final Deadlines deadlines = new Deadlines(this, TICK);

    @Override
    public long getAsLong() {
        return nanos;
    }

    public Deadlines deadlines() {
        return deadlines;
    }

    /** Lets time pass with a tick wherever one is due, and one at the end. */
    public void advance(Duration duration) {
        advance(duration, TICK);
    }

    /** The same with ticks of another rhythm. */
    public void advance(Duration duration, Duration rhythm) {
        long left = duration.toNanos();
        while (left > 0) {
            long step = Math.min(left, rhythm.toNanos());
            standStill(Duration.ofNanos(step));
            deadlines.tick();
            left -= step;
        }
    }

    /** Lets time pass without a tick, as when the process is stopped. */
    public void standStill(Duration duration) {
        nanos += duration.toNanos();
    }
}
