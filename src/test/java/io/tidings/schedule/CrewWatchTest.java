package io.tidings.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.LogLines;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a crew does for work that may take long. */
class CrewWatchTest {

    @RegisterExtension
    final LogLines log = new LogLines(Crew.class);

    private long now;
    private final SteppedExecutor executor = new SteppedExecutor();
    private final Crew crew = new Crew(executor);

    private static final class Watched implements Crew.Work {

        private final Crew of;
        private final CountDownLatch told = new CountDownLatch(1);
        private final AtomicInteger times = new AtomicInteger();
        private boolean isWatched;
        private boolean isTold;

        Watched(Crew of) {
            this.of = of;
        }

        @Override
        public void perform() {
            isWatched = of.watches(this);
            try {
                isTold = isWatched && told.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void refused() {
            throw new AssertionError();
        }

        @Override
        public void late() {
            times.incrementAndGet();
            told.countDown();
        }
    }

    @Test
    void tellsWorkThatAsksForItThatItTakesLong() throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool();
        Crew real = new Crew(threads);
        Watched first = new Watched(real);
        Watched second = new Watched(real);
        real.handOver(first);
        real.handOver(second);
        assertThat(first.told.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(second.told.await(1, TimeUnit.MINUTES)).isTrue();
        threads.shutdown();

        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(first.isWatched && first.isTold && second.isWatched && second.isTold)
                .isTrue();
        assertThat(first.times).hasValue(1);
        assertThat(second.times).hasValue(1);
    }

    @Test
    void goesOnBehindATaskThatFails() {
        AtomicInteger ran = new AtomicInteger();
        executor.hold();
        crew.execute(() -> {
            throw new StackOverflowError("as the test wants");
        });
        crew.execute(ran::incrementAndGet);
        executor.release();

        assertThat(ran).hasValue(1);
        assertThat(log.records()).hasSize(1);
    }

    @Test
    void watchesNobodyWhereNobodyComes() {
        Watched alone = new Watched(crew);
        crew.execute(() -> {
            executor.refuse();
            crew.handOver(alone);
        });

        assertThat(alone.isWatched).isFalse();
        // so that nothing waits that it has said before
        assertThat(alone.times).hasValue(1);
        assertThat(crew.watches(alone)).isFalse();
    }

    @Test
    void callsAgainWhereTheOneWhoWasCalledDoesNotCome() {
        executor.hold();
        Crew patient = new Crew(executor, () -> now);
        patient.execute(() -> {});
        patient.execute(() -> {});
        assertThat(executor.waiting()).isEqualTo(1);

        now += 1_000_000_000L;
        patient.execute(() -> {});
        patient.execute(() -> {});
        assertThat(executor.waiting()).isEqualTo(2);
    }
}
