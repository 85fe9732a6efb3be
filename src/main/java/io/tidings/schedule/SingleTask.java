package io.tidings.schedule;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Work for a crew that nobody knows more of than that it is to be run, on whatever thread; it may fail. */
record SingleTask(Runnable task) implements Crew.Work {

    private static final Logger LOG = System.getLogger(Crew.class.getName());

    @Override
    public void perform() {
        try {
            task.run();
        } catch (Throwable e) {
            // Who does the work has more to do.
            LOG.log(Level.ERROR, "A task failed", e);
        }
    }

    @Override
    public void refused() {
        perform();
    }
}
