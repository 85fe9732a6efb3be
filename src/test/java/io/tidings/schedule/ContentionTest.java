package io.tidings.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lanes and the wheel under real threads. */
class ContentionTest {

    private static final int THREADS = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(2 * THREADS);
    private final CyclicBarrier barrier = new CyclicBarrier(THREADS);

    @AfterEach
    void end() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aLaneKeepsEverybodysOrderAndNeverRunsTwoTasksAtOnce() throws Exception {
        Lane lane = Lane.pooled(threads);
        int[] next = new int[THREADS];
        AtomicBoolean busy = new AtomicBoolean();
        AtomicInteger faults = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        together(thread -> {
            for (int i = 0; i < 20_000; i++) {
                int number = i;
                lane.execute(() -> {
                    boolean alone = busy.compareAndSet(false, true);
                    faults.addAndGet(alone && next[thread]++ == number ? 0 : 1);
                    busy.set(false);
                    done.incrementAndGet();
                });
            }
        });

        awaitCount(done, THREADS * 20_000);
        assertThat(faults).hasValue(0);
    }

    @Test
    void aLaneRunsWhatItAcceptedThoughItsExecutorRefusesAtTimes() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Lane lane = Lane.pooled(task -> {
            if (calls.incrementAndGet() % 3 == 0) {
                throw new RejectedExecutionException("full");
            }
            threads.execute(task);
        });
        AtomicInteger accepted = new AtomicInteger();
        AtomicInteger ran = new AtomicInteger();
        together(thread -> {
            for (int i = 0; i < 20_000; i++) {
                accepted.addAndGet(lane.execute(ran::incrementAndGet) ? 1 : 0);
            }
        });
        lane.executeOrRun(ran::incrementAndGet);

        awaitCount(ran, accepted.get() + 1);
    }

    @Test
    void theWheelNeitherLosesNorRepeatsAnAction() throws Exception {
        AtomicInteger nanos = new AtomicInteger();
        Deadlines deadlines = new Deadlines(nanos::get, Duration.ofNanos(100));
        AtomicInteger outcomes = new AtomicInteger();
        AtomicInteger cancelled = new AtomicInteger();
        together(thread -> {
            Random random = new Random(thread);
            for (int i = 0; i < 20_000; i++) {
                if (thread == 0) {
                    nanos.addAndGet(100);
                    deadlines.tick();
                    continue;
                }
                Deadline deadline = deadlines.after(Duration.ofNanos(random.nextInt(3_000)), outcomes::incrementAndGet);
                if (random.nextBoolean()) {
                    cancelled.incrementAndGet();
                    deadline.cancel();
                    deadline.cancel();
                }
            }
        });
        for (int i = 0; i < 100; i++) {
            nanos.addAndGet(100);
            deadlines.tick();
        }

        int scheduled = (THREADS - 1) * 20_000;
        assertThat(deadlines.pending()).isZero();
        assertThat(outcomes.get()).isBetween(scheduled - cancelled.get(), scheduled);
    }

    /** Runs the work in some threads that start at the same moment. */
    private void together(Work work) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            Callable<Integer> callable = () -> {
                barrier.await();
                work.run(thread);
                return thread;
            };
            running.add(threads.submit(callable));
        }
        for (Future<?> each : running) {
            each.get(30, TimeUnit.SECONDS);
        }
    }

    private static void awaitCount(AtomicInteger counter, int expected) {
        long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (counter.get() < expected && System.nanoTime() < patience) {
            Thread.onSpinWait();
        }
        assertThat(counter).hasValue(expected);
    }

    @FunctionalInterface
    private interface Work {
        void run(int thread) throws Exception;
    }
}
