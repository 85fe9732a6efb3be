package io.tidings.schedule;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Runs its tasks one after another, in the order they came, on an executor that many lanes share. */
public final class Lane {

    private static final Logger LOG = System.getLogger(Lane.class.getName());

    private final Executor executor;
    private final int tasksPerTurn;

    // Guarded by this; there is no queue while nothing waits, because most lanes are idle most of the time.
    private @Nullable Deque<Runnable> waiting;
    private boolean running;

    private Lane(Executor executor, int tasksPerTurn) {
        this.executor = executor;
        this.tasksPerTurn = tasksPerTurn;
    }

    /** A lane on a thread pool; after some tasks it goes to the back of the pool's queue, so that others get their turn. */
    public static Lane pooled(Executor executor) {
        return new Lane(executor, 16);
    }

    /** A lane that runs a task on the thread that brings it, unless another thread is at work in the lane. */
    public static Lane direct(Executor executor) {
        return new Lane(executor, Integer.MAX_VALUE);
    }

    /** False if the executor refused; then the task will not run. */
    public boolean execute(Runnable task) {
        if (!begin(task)) {
            return true;
        }
        try {
            executor.execute(() -> turn(task));
            return true;
        } catch (RejectedExecutionException full) {
            // Others were promised that what they brought meanwhile will run, and there is nobody else to do it.
            runAll(next());
            return false;
        }
    }

    /** For the last task of a lane: where the executor refuses, the caller's thread runs what is left. */
    public void executeOrRun(Runnable task) {
        if (!execute(task) && begin(task)) {
            runAll(task);
        }
    }

    /** True if this thread has to start the lane with the task; where the lane already runs, the task waits in it. */
    private synchronized boolean begin(Runnable task) {
        if (running) {
            enqueue(task);
            return false;
        }
        running = true;
        return true;
    }

    private void enqueue(Runnable task) {
        if (waiting == null) {
            waiting = new ArrayDeque<>(4);
        }
        waiting.add(task);
    }

    private void turn(Runnable first) {
        Runnable task = first;
        for (int i = 0; i < tasksPerTurn; i++) {
            run(task);
            task = next();
            if (task == null) {
                return;
            }
        }
        Runnable following = task;
        try {
            executor.execute(() -> turn(following));
        } catch (RejectedExecutionException full) {
            runAll(following);
        }
    }

    private void runAll(@Nullable Runnable first) {
        for (Runnable task = first; task != null; task = next()) {
            run(task);
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            // A lane that stopped here would never run again, and who waits for it would wait for ever.
            LOG.log(Level.ERROR, "A task failed", e);
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable task = waiting == null ? null : waiting.poll();
        if (task == null) {
            waiting = null;
            running = false;
        }
        return task;
    }
}
