package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Threads that wait for what they have asked for, in a pool that has no other. */
class AwaitingTest {

    private final ExecutorService onlyThread = Executors.newSingleThreadExecutor();
    private final Outcome<String> outcome = new Outcome<>();

    @AfterEach
    void stop() throws InterruptedException {
        onlyThread.shutdown();
        assertThat(onlyThread.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    /** What a task of the pool gets that waits for the outcome. */
    private CompletableFuture<String> waiting(CompletableFuture<String> awaited) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> result = CompletableFuture.supplyAsync(
                () -> {
                    begun.countDown();
                    return awaited.join();
                },
                onlyThread);
        begun.await();
        return result;
    }

    @Test
    void areWokenWithoutAThreadOfThePool() throws Exception {
        CompletableFuture<String> waiting = waiting(outcome);

        outcome.settle("here", onlyThread);

        assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo("here");
    }

    @Test
    void areWokenByAFailureToo() throws Exception {
        CompletableFuture<String> waiting = waiting(outcome);

        outcome.fail(new IllegalStateException("no"), onlyThread);

        assertThatThrownBy(() -> waiting.get(30, TimeUnit.SECONDS)).hasRootCauseMessage("no");
    }

    @Test
    void haveTheirDependentsRunInThePool() throws Exception {
        CompletableFuture<String> thread =
                outcome.thenApply(value -> Thread.currentThread().getName());
        // The other one is there already: were it the last, its thread would run what depends on both.
        CompletableFuture<String> all = CompletableFuture.allOf(outcome, CompletableFuture.completedFuture(""))
                .thenApply(nothing -> Thread.currentThread().getName());

        outcome.settle("here", onlyThread);

        String pool = CompletableFuture.supplyAsync(() -> Thread.currentThread().getName(), onlyThread)
                .join();
        assertThat(thread.get(30, TimeUnit.SECONDS)).isEqualTo(pool);
        assertThat(all.get(30, TimeUnit.SECONDS)).isEqualTo(pool);
    }

    @Test
    void mayWaitForALimitedTime() throws Exception {
        assertThatThrownBy(() -> outcome.get(1, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> new Outcome<String>()
                        .orTimeout(1, TimeUnit.MILLISECONDS)
                        .join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(TimeoutException.class);

        outcome.settle("here", onlyThread);
        assertThat(outcome.get(1, TimeUnit.MILLISECONDS)).isEqualTo("here");
        assertThat(outcome.get()).isEqualTo("here");
    }

    @Test
    void mayGiveUp() {
        outcome.cancel(true);
        assertThat(outcome).isCancelled();
        assertThatThrownBy(outcome::join).isInstanceOf(CancellationException.class);
        outcome.settle("too late", onlyThread);

        Outcome<String> other = new Outcome<>();
        other.complete("what somebody else knows");
        other.fail(new IllegalStateException("too late"), onlyThread);
        assertThat(other.join()).isEqualTo("what somebody else knows");
    }
}
