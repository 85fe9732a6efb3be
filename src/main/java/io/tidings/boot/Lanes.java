package io.tidings.boot;

import io.tidings.engine.EngineListener;
import io.tidings.schedule.Lane;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Makes the lanes in which listeners run, with the application's context on whatever thread that happens. */
final class Lanes {

    private final Executor pooled;
    private final Executor direct;

    Lanes(ManagedExecutorService executor, ContextService contexts) {
        // The executor passes on the context of the submitting thread, but network threads have none: it is taken here,
        // where the application starts, and put on for each turn of a lane.
        Executor inApplication = contexts.createContextualProxy((Executor) Runnable::run, Executor.class);
        this.pooled = task -> executor.execute(() -> inApplication.execute(task));
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        this.direct = task -> runWith(application, task);
    }

    /** The executor of everything that may block, in the application's context. */
    Executor pooled() {
        return pooled;
    }

    Supplier<Lane> lanesFor(EngineListener listener) {
        return listener.isNonBlocking() ? () -> Lane.direct(direct) : () -> Lane.pooled(pooled);
    }

    /** Network threads know no application; its class loader is all that a listener gets there. */
    private static void runWith(ClassLoader application, Runnable task) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(application);
        try {
            task.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
