package io.tidings.schedule;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** An executor under the hand of a test: runs tasks at once, holds them back, or has no room for them. */
public final class SteppedExecutor implements Executor {

    private enum Mode {
        DIRECT,
        HOLDING,
        FULL
    }

    private final Deque<Runnable> held = new ArrayDeque<>();
    private Mode mode = Mode.DIRECT;
    private int depth;

    /** Keeps tasks until {@link #step} or {@link #release}. */
    public void hold() {
        mode = Mode.HOLDING;
    }

    /** Refuses every task, as a full thread pool does. */
    public void refuse() {
        mode = Mode.FULL;
    }

    /** Runs everything held, and from now on everything at once. */
    public void release() {
        while (!held.isEmpty()) {
            step();
        }
        mode = Mode.DIRECT;
    }

    /** Runs the oldest task held. */
    public void step() {
        run(held.remove());
    }

    private void run(Runnable task) {
        depth++;
        try {
            task.run();
        } finally {
            depth--;
        }
    }

    /** True inside one of its tasks. */
    public boolean isAtWork() {
        return depth > 0;
    }

    public int waiting() {
        return held.size();
    }

    @Override
    public void execute(Runnable task) {
        switch (mode) {
            case DIRECT -> run(task);
            case HOLDING -> held.add(task);
            case FULL -> throw new RejectedExecutionException("full");
        }
    }
}
