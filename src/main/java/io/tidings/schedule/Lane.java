package io.tidings.schedule;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Runs its tasks one after another, in the order they came, on an executor that many lanes share. */
public final class Lane {

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

    /** False if the executor refused; then the task will not run. Tasks must not throw. */
    public boolean execute(Runnable task) {
        Runnable first = begin(task);
        if (first == null) {
            return true;
        }
        try {
            executor.execute(() -> turn(first));
            return true;
        } catch (RejectedExecutionException full) {
            synchronized (this) {
                running = false;
            }
            return false;
        }
    }

    /** For the last task of a lane: where the executor refuses, the caller's thread runs what is left. */
    public void executeOrRun(Runnable task) {
        if (!execute(task)) {
            Runnable first = begin(task);
            if (first != null) {
                runAll(first);
            }
        }
    }

    /** The task with which this thread has to start the lane, or null where the lane already runs. */
    private synchronized @Nullable Runnable begin(Runnable task) {
        if (running) {
            enqueue(task);
            return null;
        }
        running = true;
        if (waiting == null) {
            return task;
        }
        // Left from a turn that the executor refused: they came before.
        enqueue(task);
        return waiting.poll();
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
            task.run();
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

    private void runAll(Runnable first) {
        for (Runnable task = first; task != null; task = next()) {
            task.run();
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
