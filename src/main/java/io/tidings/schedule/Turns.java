package io.tidings.schedule;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread at a time do a piece of work that many may ask for: who comes while another is at it leaves the work to that
 * thread, which then looks once more. Nobody waits, and nothing that was asked for is missed.
 */
public final class Turns {

    private final AtomicInteger asked = new AtomicInteger();

    // Not volatile: a thread looks only for itself, and takes itself out before it ends its turn.
    private @Nullable Thread worker;

    /** The work must not throw, and must do all there is. */
    public void take(Runnable work) {
        if (asked.getAndIncrement() != 0) {
            return;
        }
        int done = 1;
        do {
            worker = Thread.currentThread();
            work.run();
            worker = null;
            done = asked.addAndGet(-done);
        } while (done != 0);
    }

    public boolean isIdle() {
        return asked.get() == 0;
    }

    /** True while no other thread is at the work; one that comes later sees everything that this thread did before. */
    public boolean isLeftToMe() {
        return isIdle() || worker == Thread.currentThread();
    }
}
