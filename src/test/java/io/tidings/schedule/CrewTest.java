package io.tidings.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CrewTest {

    private final SteppedExecutor executor = new SteppedExecutor();
    private final Crew crew = new Crew(executor);
    private final List<String> log = new ArrayList<>();

    private Crew.Work work(String name, Runnable content) {
        return new Crew.Work() {
            @Override
            public void perform() {
                log.add(name);
                content.run();
            }

            @Override
            public void refused() {
                log.add(name + " refused");
            }
        };
    }

    private Crew.Work work(String name) {
        return work(name, () -> {});
    }

    @Test
    void doesTheWorkOfManyOnOneThread() {
        executor.hold();
        for (int i = 0; i < 200; i++) {
            crew.handOver(work("work " + i));
        }
        assertThat(executor.waiting()).isEqualTo(1);

        executor.step();

        assertThat(log).hasSize(200).startsWith("work 0", "work 1").endsWith("work 199");
        // the one who was called in case that something of it blocks
        assertThat(executor.waiting()).isEqualTo(1);
        executor.step();
        assertThat(executor.waiting()).isZero();
    }

    @Test
    void isCalledAgainWhenAllIsDone() {
        crew.handOver(work("first"));
        executor.hold();
        crew.handOver(work("second"));
        assertThat(executor.waiting()).isEqualTo(1);
        executor.release();

        assertThat(log).containsExactly("first", "second");
    }

    @Test
    void hasAnotherThreadOnItsWayWhileSomethingWaits() {
        executor.hold();
        List<Integer> called = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            crew.handOver(work("work " + i, () -> called.add(executor.waiting())));
        }

        executor.step();

        assertThat(called).containsExactly(1, 1, 1);
    }

    @Test
    void delaysNobodyByWhoBlocks() throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Crew many = new Crew(threads);
            CountDownLatch together = new CountDownLatch(20);
            AtomicInteger met = new AtomicInteger();
            for (int i = 0; i < 20; i++) {
                many.handOver(new Crew.Work() {
                    @Override
                    public void perform() {
                        together.countDown();
                        try {
                            // none ends before all have begun
                            together.await();
                            met.incrementAndGet();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }

                    @Override
                    public void refused() {
                        throw new AssertionError();
                    }
                });
            }
            assertThat(together.await(1, TimeUnit.MINUTES)).isTrue();
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            assertThat(met).hasValue(20);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void refusesWhereNobodyComes() {
        executor.refuse();
        crew.handOver(work("lost"));
        assertThat(log).containsExactly("lost refused");

        executor.release();
        crew.handOver(work("done"));
        assertThat(log).containsExactly("lost refused", "done");
    }

    @Test
    void leavesToThoseAtWorkWhatNobodyElseComesFor() {
        crew.handOver(work("outer", () -> {
            executor.refuse();
            crew.handOver(work("inner"));
        }));

        assertThat(log).containsExactly("outer", "inner");
    }

    @Test
    void goesBackToTheExecutorNowAndThen() {
        executor.hold();
        for (int i = 0; i < 300; i++) {
            crew.handOver(work("work " + i));
        }

        executor.step();
        assertThat(log).hasSize(256);
        executor.step();
        assertThat(log).hasSize(300);
        assertThat(executor.waiting()).isLessThanOrEqualTo(1);
    }

    @Test
    void staysWhereNobodyCanRelieveIt() {
        executor.hold();
        for (int i = 0; i < 600; i++) {
            crew.handOver(work("work " + i, () -> {
                if (executor.waiting() == 0) {
                    executor.refuse();
                }
            }));
        }
        executor.step();
        executor.refuse();
        executor.step();

        assertThat(log).hasSize(600).noneMatch(line -> line.endsWith("refused"));
    }

    @Test
    void losesNothingWhereManyHandOverAndThreadsAreFew() throws InterruptedException {
        ThreadPoolExecutor few = new ThreadPoolExecutor(0, 2, 1, TimeUnit.SECONDS, new SynchronousQueue<>());
        ExecutorService givers = Executors.newFixedThreadPool(4);
        AtomicInteger done = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        Crew.Work counted = new Crew.Work() {
            @Override
            public void perform() {
                done.incrementAndGet();
            }

            @Override
            public void refused() {
                refused.incrementAndGet();
            }
        };
        Crew busy = new Crew(task -> {
            if (done.get() % 7 == 3) {
                throw new RejectedExecutionException("as the test wants");
            }
            few.execute(task);
        });
        for (int giver = 0; giver < 4; giver++) {
            givers.execute(() -> {
                for (int i = 0; i < 20_000; i++) {
                    busy.handOver(counted);
                }
            });
        }
        givers.shutdown();
        assertThat(givers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        few.shutdown();
        assertThat(few.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(done.get() + refused.get()).isEqualTo(80_000);
    }
}
