package io.tidings.schedule;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Threads of an executor that share many short pieces of work. To hand work over to another thread costs a container many times
 * what the work itself does; so a thread that has come takes one piece after another for as long as there are any. While a piece
 * waits, another thread has been asked for and not come yet: work that blocks delays no other.
 */
public final class Crew {

    /** A piece of work. */
    public interface Work {

        /** Does it, and does not throw. */
        void perform();

        /** It will not be performed, because the executor takes nothing and nobody is at work. Must not throw either. */
        void refused();
    }

    /**
     * After so many pieces a thread goes back to the executor, which may have other work, and may take for hung what does not come
     * back.
     */
    private static final int MOST_AT_ONCE = 256;

    private final Executor executor;

    // Guarded by this.
    private final Queue<Work> waiting = new ArrayDeque<>();
    private int working;
    /** Somebody has been asked for who has not come yet. */
    private boolean isCalled;

    public Crew(Executor executor) {
        this.executor = executor;
    }

    /** Hands a piece of work over. */
    public void handOver(Work work) {
        if (isCallNeededFor(work)) {
            call();
        }
    }

    private synchronized boolean isCallNeededFor(Work work) {
        waiting.add(work);
        return claimCall();
    }

    private synchronized boolean claimCall() {
        boolean claims = !isCalled && !waiting.isEmpty();
        isCalled |= claims;
        return claims;
    }

    private void call() {
        if (!callsSuccessfully()) {
            refused().forEach(Work::refused);
        }
    }

    private boolean callsSuccessfully() {
        try {
            executor.execute(this::work);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    /** Those at work will come to what waits; where there is nobody, it is given up. */
    private synchronized List<Work> refused() {
        isCalled = false;
        if (working > 0) {
            return List.of();
        }
        List<Work> givenUp = List.copyOf(waiting);
        waiting.clear();
        return givenUp;
    }

    private void work() {
        come();
        int done = 0;
        for (Work next = next(); next != null; next = next()) {
            if (claimCall()) {
                call();
            }
            next.perform();
            done++;
            if (done % MOST_AT_ONCE == 0 && isRelieved()) {
                return;
            }
        }
    }

    private synchronized void come() {
        isCalled = false;
        working++;
    }

    private synchronized @Nullable Work next() {
        Work next = waiting.poll();
        if (next == null) {
            working--;
        }
        return next;
    }

    /** True if this thread may go, because another one has been asked for in its place. */
    private boolean isRelieved() {
        boolean isNeeded = claimCall();
        if (isNeeded && !callsSuccessfully()) {
            synchronized (this) {
                isCalled = false;
            }
            return false;
        }
        synchronized (this) {
            boolean relieved = isCalled;
            if (relieved) {
                working--;
            }
            return relieved;
        }
    }
}
