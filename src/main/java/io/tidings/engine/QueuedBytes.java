package io.tidings.engine;

import java.util.concurrent.atomic.AtomicLong;

/** The bytes that wait in all outboxes of a node together, and their limit. */
public final class QueuedBytes {

    private final long limit;
    private final AtomicLong used = new AtomicLong();

    public QueuedBytes(long limit) {
        this.limit = limit;
    }

    boolean reserve(int bytes) {
        if (used.addAndGet(bytes) > limit) {
            used.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    /** Counts bytes that are queued whatever the limit says. */
    void charge(int bytes) {
        used.addAndGet(bytes);
    }

    void release(int bytes) {
        used.addAndGet(-bytes);
    }

    public long used() {
        return used.get();
    }
}
