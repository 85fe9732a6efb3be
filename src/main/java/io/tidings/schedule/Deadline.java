package io.tidings.schedule;

import org.jspecify.annotations.Nullable;

/** One action that becomes due once, unless it is cancelled before. */
public final class Deadline {

    final long due;
    private final Deadlines owner;

    // All below is guarded by the owner.
    @Nullable
    Runnable action;

    @Nullable
    Deadline previous;

    @Nullable
    Deadline next;

    Deadline(Deadlines owner, long due, Runnable action) {
        this.owner = owner;
        this.due = due;
        this.action = action;
    }

    /** After this the action does not start any more; one that is already running goes on. */
    public void cancel() {
        owner.cancel(this);
    }
}
