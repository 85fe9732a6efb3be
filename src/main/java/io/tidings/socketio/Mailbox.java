package io.tidings.socketio;

import io.tidings.engine.FlushScope;
import io.tidings.schedule.Crew;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What is to be done for one socket, one task after another and in the order they came, by a crew. Nothing is before it has been opened. */
final class Mailbox implements Crew.Work {

    /** Something to do, which does not throw. */
    @FunctionalInterface
    interface Task {

        /** Does it. A stage means that it goes on elsewhere: the next task has to wait for its end. */
        @Nullable
        CompletionStage<?> run();
    }

    /** Whose tasks they are. */
    interface Owner {

        /** Who does them. */
        Crew crew();

        /** Nobody is there to do them; called before what waits is done on the caller's thread. */
        void overwhelmed();
    }

    /** After so many tasks a mailbox goes to the back of the crew's queue, so that others get their turn. */
    private static final int TASKS_PER_TURN = 16;

    private static final Logger LOG = System.getLogger(Mailbox.class.getName());

    private final Owner owner;

    // Guarded by this; there is no queue while nothing waits, because most sockets are idle most of the time.
    private @Nullable Deque<Task> waiting;
    private boolean working = true;

    Mailbox(Owner owner) {
        this.owner = owner;
    }

    /** From now on tasks are done. */
    void open() {
        synchronized (this) {
            working = false;
        }
        start();
    }

    /** Lets a task wait. It is not begun before {@link #start}. */
    synchronized void put(Task task) {
        Deque<Task> queue = waiting;
        if (queue == null) {
            queue = new ArrayDeque<>(4);
            waiting = queue;
        }
        queue.add(task);
    }

    /** Sees to it that what waits is done: handed over once for all that a batch brings. */
    void start() {
        if (begins()) {
            FlushScope.atEnd(this::handOver);
        }
    }

    private synchronized boolean begins() {
        boolean begins = !working && waiting != null;
        working |= begins;
        return begins;
    }

    /** True if nothing waits and nothing is being done: then the caller may do something itself, and has to {@link #release} after it. */
    synchronized boolean claim() {
        boolean idle = !working && waiting == null;
        working |= idle;
        return idle;
    }

    void release() {
        if (hasMore()) {
            handOver();
        }
    }

    private synchronized boolean hasMore() {
        working = waiting != null;
        return working;
    }

    private void handOver() {
        owner.crew().handOver(this);
    }

    @Override
    public void perform() {
        for (int i = 0; i < TASKS_PER_TURN; i++) {
            Task task = next();
            if (task == null) {
                return;
            }
            CompletionStage<?> rest = run(task);
            if (rest != null) {
                rest.whenComplete((ended, failure) -> handOver());
                return;
            }
        }
        handOver();
    }

    /** Nobody else would do what waits; so nothing is waited for either. */
    @Override
    public void refused() {
        owner.overwhelmed();
        for (Task task = next(); task != null; task = next()) {
            run(task);
        }
    }

    private static @Nullable CompletionStage<?> run(Task task) {
        try {
            return task.run();
        } catch (Throwable e) {
            // A mailbox that stopped here would never go on, and nobody would hear of the end of its socket.
            LOG.log(Level.ERROR, "A task failed", e);
            return null;
        }
    }

    private synchronized @Nullable Task next() {
        Task task = waiting == null ? null : waiting.poll();
        if (task == null) {
            waiting = null;
            working = false;
        }
        return task;
    }
}
