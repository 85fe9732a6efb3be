package io.tidings.schedule;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets one thread at a time do a piece of work that many may ask for: who comes while another is at it leaves the work to that
 * thread, which then looks once more. Nobody waits, and nothing that was asked for is missed.
 */
public final class Turns {

    private final AtomicInteger asked = new AtomicInteger();

    /** The work must not throw, and must do all there is. */
    public void take(Runnable work) {
        if (asked.getAndIncrement() != 0) {
            return;
        }
        int done = 1;
        do {
            work.run();
            done = asked.addAndGet(-done);
        } while (done != 0);
    }

    public boolean isIdle() {
        return asked.get() == 0;
    }
}
