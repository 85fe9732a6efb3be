package io.tidings.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    private long now;
    private final SteppedExecutor executor = new SteppedExecutor();
    private final Crew crew = new Crew(executor, () -> now);
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
    void goesBackToTheExecutorAfterAWhile() {
        executor.hold();
        for (int i = 0; i < 5; i++) {
            crew.handOver(work("work " + i, () -> now += 40_000_000));
        }

        executor.step();
        assertThat(log).hasSize(3);
        executor.release();
        assertThat(log).hasSize(5);
    }

    @Test
    void staysWhereNobodyComesInItsPlace() {
        executor.hold();
        for (int i = 0; i < 5; i++) {
            crew.handOver(work("work " + i, () -> {
                now += 200_000_000;
                executor.refuse();
            }));
        }
        executor.step();
        assertThat(log).hasSize(1);
        executor.step();

        assertThat(log).hasSize(5).noneMatch(line -> line.endsWith("refused"));
    }

    @Test
    void runsWhatIsRefusedOnTheThreadThatBringsIt() {
        executor.refuse();
        crew.execute(() -> log.add("run"));

        assertThat(log).containsExactly("run");
    }

    @Test
    void doesWhatComesAgainAndAgainOnFewThreads() throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool();
        Set<Thread> used = ConcurrentHashMap.newKeySet();
        try {
            Crew few = new Crew(threads);
            CountDownLatch done = new CountDownLatch(100_000);
            Crew.Work small = new Crew.Work() {
                @Override
                public void perform() {
                    used.add(Thread.currentThread());
                    done.countDown();
                }

                @Override
                public void refused() {
                    throw new AssertionError();
                }
            };
            for (int i = 0; i < 100_000; i++) {
                few.handOver(small);
            }
            assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            threads.shutdownNow();
        }
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        // however slow the machine is: not one for each, but a few for each time that they went back
        assertThat(used).hasSizeLessThan(1_000);
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
