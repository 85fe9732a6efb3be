package io.tidings.socketio;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What an application has asked for and will get. Who waits for it is woken by the thread that knows it; what depends on it runs on
 * the executor, because it may block. Were those who wait woken by the executor, too, a pool whose threads all wait would never
 * wake one of them.
 */
final class Outcome<T> extends CompletableFuture<T> {

    private final CompletableFuture<T> known = new CompletableFuture<>();

    /** This is it. The executor is one that refuses nothing. */
    void settle(T value, Executor executor) {
        if (known.complete(value)) {
            executor.execute(() -> super.complete(value));
        }
    }

    /** It will never be known. */
    void fail(Throwable reason, Executor executor) {
        if (known.completeExceptionally(reason)) {
            executor.execute(() -> super.completeExceptionally(reason));
        }
    }

    // ---- those who wait

    @Override
    public T get() throws InterruptedException, ExecutionException {
        return known.get();
    }

    @Override
    public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        return known.get(timeout, unit);
    }

    @Override
    public T join() {
        return known.join();
    }

    // ---- an application that waits no longer, as with orTimeout

    @Override
    public boolean complete(T value) {
        known.complete(value);
        return super.complete(value);
    }

    @Override
    public boolean completeExceptionally(Throwable reason) {
        known.completeExceptionally(reason);
        return super.completeExceptionally(reason);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        known.cancel(mayInterruptIfRunning);
        return super.cancel(mayInterruptIfRunning);
    }
}
