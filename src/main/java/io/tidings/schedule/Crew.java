package io.tidings.schedule;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads of an executor that share many short pieces of work. To hand work over to another thread costs a container many times
 * what the work itself does; so a thread that has come takes one piece after another, and a few more are not called than there are
 * processors. A piece that takes longer than a moment is taken to block: its thread does not count any more, and another comes in its
 * place, so that work that blocks delays no other by more than that. While something waits, somebody watches for this, or is on
 * the way.
 */
public final class Crew implements Executor {

    /** A piece of work. */
    public interface Work {

        /** Does it, and does not throw. */
        void perform();

        /** It will not be performed, because the executor takes nothing and nobody is at work. Must not throw either. */
        void refused();

        /** It has asked to be watched, and has not ended within a moment. Called by another thread while it goes on. */
        default void late() {}
    }

    private static final long MOMENT = Duration.ofMillis(1).toNanos();

    /** One to take what comes next, and one to watch the first. */
    private static final int MOST_RESTING = 2;

    /** For how many moments a thread rests before it goes, because to be called again would cost more. */
    private static final int LONGEST_REST = 2;

    /** Then a thread goes back to the executor, which may have other work, and may take for hung what does not come back. */
    private static final long LONGEST_STAY = Duration.ofMillis(100).toNanos();

    private static final long LONGEST_WAY = Duration.ofSeconds(1).toNanos();

    private final Executor executor;
    private final LongSupplier nanoTime;
    private final int mostBusy;

    // Guarded by this.
    private final Queue<Work> waiting = new ArrayDeque<>();
    private final List<Worker> working = new ArrayList<>();
    private int resting;
    /** One of those who rest has been woken and has not looked yet. */
    private boolean isWoken;
    /** Somebody has been asked for who has not come yet. */
    private boolean isCalled;

    private long calledAt;

    public Crew(Executor executor) {
        this(executor, System::nanoTime);
    }

    Crew(Executor executor, LongSupplier nanoTime) {
        this.executor = executor;
        this.nanoTime = nanoTime;
        this.mostBusy = 2 * Runtime.getRuntime().availableProcessors();
    }

    /** Hands a piece of work over. */
    public void handOver(Work work) {
        if (isCallNeededFor(work)) {
            call();
        }
    }

    /** Runs something that may block, on this thread where there is no other. */
    @Override
    public void execute(Runnable task) {
        handOver(new SingleTask(task));
    }

    /**
     * Asked by a piece that is being performed. True if it is told from now on when it has been at work for longer than a moment;
     * that it will be told once for each time it is performed.
     */
    public boolean watches(Work asking) {
        boolean calls;
        synchronized (this) {
            Worker worker = workerAt(asking);
            if (worker == null || worker.isTold) {
                return false;
            }
            worker.isWatched = true;
            calls = claimsCall();
        }
        if (calls) {
            call();
        }
        synchronized (this) {
            return resting > 0 || isCalled;
        }
    }

    private @Nullable Worker workerAt(Work work) {
        for (Worker worker : working) {
            if (worker.work == work) {
                return worker;
            }
        }
        return null;
    }

    private synchronized boolean isCallNeededFor(Work work) {
        waiting.add(work);
        if (resting > 0 && working.isEmpty() && !isWoken) {
            isWoken = true;
            notify();
        }
        return claimsCall();
    }

    /** True if the caller of this has to call somebody, because nobody is there to watch. */
    private boolean claimsCall() {
        boolean claims = resting == 0 && !isExpected() && (!waiting.isEmpty() || isAnyWatched());
        if (claims) {
            isCalled = true;
            calledAt = nanoTime.getAsLong();
        }
        return claims;
    }

    /** Who was called long ago may have failed on the way. */
    private boolean isExpected() {
        return isCalled && nanoTime.getAsLong() - calledAt < LONGEST_WAY;
    }

    private boolean isAnyWatched() {
        for (Worker worker : working) {
            if (worker.isWatched && !worker.isTold) {
                return true;
            }
        }
        return false;
    }

    private synchronized void arrive() {
        isCalled = false;
    }

    private void call() {
        if (!callsSuccessfully()) {
            lateOnes(Long.MIN_VALUE).forEach(Work::late);
            refused().forEach(Work::refused);
        }
    }

    /** Those who have been at their work for longer than that, have asked to be told and have not been yet. */
    private synchronized List<Work> lateOnes(long longer) {
        List<Work> late = List.of();
        long now = nanoTime.getAsLong();
        for (Worker worker : working) {
            if (worker.isWatched && !worker.isTold && now - worker.since >= longer) {
                worker.isTold = true;
                late = late.isEmpty() ? new ArrayList<>(2) : late;
                late.add(Objects.requireNonNull(worker.work));
            }
        }
        return late;
    }

    private boolean callsSuccessfully() {
        Thread caller = Thread.currentThread();
        try {
            // An executor whose caller does the work itself must not be made to rest.
            executor.execute(() -> new Worker(Thread.currentThread() != caller).work());
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    /** Those who are there will come to what waits; where there is nobody, it is given up. */
    private synchronized List<Work> refused() {
        isCalled = false;
        if (!working.isEmpty() || resting > 0) {
            return List.of();
        }
        List<Work> givenUp = List.copyOf(waiting);
        waiting.clear();
        return givenUp;
    }

    private boolean areEnoughBusy() {
        long now = nanoTime.getAsLong();
        int busy = 0;
        for (Worker worker : working) {
            if (now - worker.since < MOMENT) {
                busy++;
            }
        }
        return busy >= mostBusy;
    }

    /** One thread of the executor, from its coming to its going. */
    private final class Worker {

        private final boolean mayRest;
        private long came = nanoTime.getAsLong();

        /** Whether nobody is there to watch for what waits behind what this one has taken. */
        private boolean isMissingSomebody;

        // Guarded by the crew: what it is at, since when, and whether that wants to be told when it takes long.
        private @Nullable Work work;
        private long since;
        private boolean isWatched;
        private boolean isTold;

        Worker(boolean mayRest) {
            this.mayRest = mayRest;
        }

        void work() {
            arrive();
            for (Work next = next(); next != null; next = next()) {
                if (isMissingSomebody) {
                    call();
                }
                next.perform();
                if (nanoTime.getAsLong() - came > LONGEST_STAY && isRelieved()) {
                    return;
                }
            }
        }

        /** What to do next; null where this thread may go. */
        private @Nullable Work next() {
            int rested = 0;
            while (true) {
                synchronized (Crew.this) {
                    working.remove(this);
                    if (!waiting.isEmpty() && !(mayRest && areEnoughBusy())) {
                        return taken();
                    }
                    rested = waiting.isEmpty() && !isAnyWatched() ? rested + 1 : 0;
                    if (!mayRest || rested > LONGEST_REST || resting == MOST_RESTING || !rest()) {
                        return null;
                    }
                }
                lateOnes(MOMENT).forEach(Work::late);
            }
        }

        private Work taken() {
            Work taken = waiting.remove();
            work = taken;
            since = nanoTime.getAsLong();
            isWatched = false;
            isTold = false;
            working.add(this);
            isMissingSomebody = claimsCall();
            return taken;
        }

        /** False where somebody wants this thread to end. */
        private boolean rest() {
            resting++;
            try {
                Crew.this.wait(Duration.ofNanos(MOMENT).toMillis());
                return true;
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
                return false;
            } finally {
                resting--;
                isWoken = false;
            }
        }

        /** True if this thread may go, because somebody else will see to what waits. */
        private boolean isRelieved() {
            boolean calls;
            synchronized (Crew.this) {
                working.remove(this);
                calls = claimsCall();
            }
            if (!calls || callsSuccessfully()) {
                return true;
            }
            arrive();
            came = nanoTime.getAsLong();
            return false;
        }
    }
}
