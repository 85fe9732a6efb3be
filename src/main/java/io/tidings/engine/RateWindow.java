package io.tidings.engine;

/** Counts events in windows of one second. Not thread-safe: each has one reader thread at a time. */
public final class RateWindow {

    private static final long SECOND = 1_000_000_000L;

    private final int limit;
    private long windowStart;
    private int count;

    public RateWindow(int limit) {
        this.limit = limit;
    }

    /** False once the limit of the running second is passed. */
    public boolean admit(long now) {
        if (count == 0 || now - windowStart >= SECOND) {
            windowStart = now;
            count = 0;
        }
        count++;
        return count <= limit;
    }
}
