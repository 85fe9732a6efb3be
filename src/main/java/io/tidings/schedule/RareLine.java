package io.tidings.schedule;

import java.util.function.LongSupplier;

/** How often something of one kind has happened, and whether it is time to tell it again: at most once a second. */
public final class RareLine {

    /** It has been told a moment ago. */
    public static final long TOO_EARLY = -1;

    private static final long SECOND = 1_000_000_000L;

    private final LongSupplier nanoTime;

    // Guarded by this.
    private long total;
    private long toldAt;
    private long untold;

    public RareLine(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.toldAt = nanoTime.getAsLong() - SECOND;
    }

    /** How often it has happened, told or not. */
    public synchronized long count() {
        return total;
    }

    /** It has happened once more. */
    public long next() {
        return next(1);
    }

    /** It has happened so often more. Gives how often it was not told since the last time, or {@link #TOO_EARLY}. */
    public synchronized long next(long times) {
        total += times;
        long now = nanoTime.getAsLong();
        if (now - toldAt < SECOND) {
            untold += times;
            return TOO_EARLY;
        }
        long passedOver = untold;
        untold = 0;
        toldAt = now;
        return passedOver;
    }

    /** The end of a line that also stands for others. */
    public static String others(long untold) {
        return untold == 0 ? "" : " (and " + untold + " more of this kind since the last line)";
    }
}
