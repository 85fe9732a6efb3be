package io.tidings.transport.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.LockSupport;

/** A request that the container keeps open for an answer that comes later, from whatever thread. */
public final class Suspension {

    private static final long STEP_NANOS = 50_000;
    private static final long PATIENCE_NANOS = 1_000_000_000;

    private final AsyncContext context;
    private final Thread starter = Thread.currentThread();
    private final long start = System.nanoTime();

    private Suspension(AsyncContext context) {
        this.context = context;
    }

    public static Suspension of(HttpServletRequest request, HttpServletResponse response) {
        AsyncContext context = request.startAsync(request, response);
        // Our own clocks end what takes too long; containers' own timers are costly and not always reliable.
        context.setTimeout(0);
        return new Suspension(context);
    }

    public AsyncContext context() {
        return context;
    }

    public ServletResponse response() {
        return context.getResponse();
    }

    /** Ends the request, with or without an answer. */
    public void complete() {
        awaitReturn();
        try {
            context.complete();
        } catch (IllegalStateException | UncheckedIOException alreadyEnded) {
            // The container ended the request on its own, which is what was wanted.
        }
    }

    /**
     * Payara 6 ends the request at once when another thread than its own asks for it, although its own may still be on the
     * way back through the container with it: answers get lost, and the next request finds what this one left behind.
     */
    private void awaitReturn() {
        if (Thread.currentThread() == starter) {
            return;
        }
        while (System.nanoTime() - start < PATIENCE_NANOS && !hasReturned()) {
            LockSupport.parkNanos(STEP_NANOS);
        }
    }

    /** There is no question for it in the API, but from then on it has to refuse a new time-out. */
    private boolean hasReturned() {
        try {
            context.setTimeout(0);
            return false;
        } catch (IllegalStateException returned) {
            return true;
        }
    }
}
