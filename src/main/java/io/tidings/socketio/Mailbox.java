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

        /** Lets leave what tasks have queued. */
        void flush();

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

    /** Who takes a turn now. Not volatile: a thread looks only for itself, and takes itself out at the end of its turn. */
    private @Nullable Thread worker;

    // Touched only by that thread.
    private boolean isWatched;
    private boolean hasUnsent;

    /** The turn takes long: nothing it says may wait for its end. */
    private volatile boolean isLate;

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

    /**
     * For a task that has come to its end: queues its last words by the given action and lets them leave together with those of the
     * tasks behind it, which are there already. If these take longer than a moment, they leave nevertheless. False where this cannot be
     * had; then nothing has been queued.
     */
    boolean sendsLater(Runnable queue) {
        if (worker != Thread.currentThread() || isLate || !hasNext() || !isWatched()) {
            return false;
        }
        hasUnsent = true;
        queue.run();
        if (isLate) {
            // Who told us may have flushed before there was anything.
            flush();
        }
        return true;
    }

    private boolean isWatched() {
        isWatched = isWatched || owner.crew().watches(this);
        return isWatched;
    }

    @Override
    public void late() {
        isLate = true;
        owner.flush();
    }

    private void flush() {
        if (hasUnsent) {
            hasUnsent = false;
            owner.flush();
        }
    }

    @Override
    public void perform() {
        isLate = false;
        isWatched = false;
        worker = Thread.currentThread();
        for (int i = 0; i < TASKS_PER_TURN; i++) {
            Task task = next();
            if (task == null) {
                return;
            }
            CompletionStage<?> rest = run(task);
            if (rest != null) {
                endTurn();
                rest.whenComplete((ended, failure) -> handOver());
                return;
            }
            if (!hasNext()) {
                flush();
            }
        }
        endTurn();
        handOver();
    }

    private void endTurn() {
        worker = null;
        flush();
    }

    private synchronized boolean hasNext() {
        return waiting != null && !waiting.isEmpty();
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
            worker = null;
        }
        return task;
    }
}
