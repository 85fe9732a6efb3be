package io.tidings.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlinesTest {

    private static final Duration TICK = ManualTime.TICK;

    private final ManualTime time = new ManualTime();
    private final Deadlines deadlines = time.deadlines();
    private final List<String> ran = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 49, 50, 51, 100, 999, 25_549, 25_550, 25_600, 25_601, 45_000, 86_400_000})
    void runAnActionOnTheFirstTickAtOrAfterItsTime(long millis) {
        deadlines.after(Duration.ofMillis(millis), () -> ran.add("action"));
        long ticksBefore = (millis - 1) / TICK.toMillis();

        time.advance(TICK.multipliedBy(ticksBefore));
        assertThat(ran).isEmpty();

        time.advance(TICK);
        assertThat(ran).containsExactly("action");
        assertThat(deadlines.pending()).isZero();
    }

    @Test
    void runAnActionOnce() {
        deadlines.after(TICK, () -> ran.add("action"));

        time.advance(Duration.ofMinutes(2));

        assertThat(ran).containsExactly("action");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, -1_000_000_000_000L})
    void runWhatIsOverdueOnTheNextTick(long nanos) {
        time.advance(TICK.multipliedBy(7));

        deadlines.at(deadlines.now() + nanos, () -> ran.add("overdue"));
        assertThat(ran).isEmpty();

        time.advance(TICK);
        assertThat(ran).containsExactly("overdue");
    }

    @Test
    void runAllThatIsLeftAtTheEnd() {
        deadlines.after(Duration.ofHours(1), () -> ran.add("far"));
        deadlines.after(TICK, () -> ran.add("near"));
        deadlines.after(TICK, () -> ran.add("cancelled")).cancel();

        deadlines.expireAll();

        assertThat(ran).containsExactlyInAnyOrder("far", "near");
        assertThat(deadlines.pending()).isZero();
    }

    @Test
    void forgetWhatIsCancelled() {
        Deadline cancelled = deadlines.after(TICK, () -> ran.add("cancelled"));
        deadlines.after(TICK, () -> ran.add("kept"));

        cancelled.cancel();
        cancelled.cancel();

        assertThat(deadlines.pending()).isEqualTo(1);
        time.advance(TICK);
        assertThat(ran).containsExactly("kept");
    }

    @Test
    void shrugAtTheCancellationOfWhatHasRun() {
        Deadline done = deadlines.after(TICK, () -> ran.add("done"));
        deadlines.after(TICK.multipliedBy(2), () -> ran.add("later"));
        time.advance(TICK);

        done.cancel();

        assertThat(deadlines.pending()).isEqualTo(1);
        time.advance(TICK);
        assertThat(ran).containsExactly("done", "later");
    }

    @Test
    void doNotRunWhatAnEarlierActionOfTheSameTickCancels() {
        List<Deadline> second = new ArrayList<>();
        deadlines.after(TICK, () -> second.forEach(Deadline::cancel));
        second.add(deadlines.after(TICK, () -> ran.add("cancelled")));

        time.advance(TICK);

        assertThat(ran).isEmpty();
        assertThat(deadlines.pending()).isZero();
    }

    @Test
    void letAnActionScheduleAnother() {
        deadlines.after(TICK, () -> deadlines.after(Duration.ZERO, () -> ran.add("second")));

        time.advance(TICK);
        assertThat(ran).isEmpty();

        time.advance(TICK);
        assertThat(ran).containsExactly("second");
    }

    @Test
    void goOnWhenAnActionFails() {
        deadlines.after(TICK, () -> {
            throw new IllegalStateException("an action that fails, as the test wants");
        });
        deadlines.after(TICK, () -> {
            throw new AssertionError("an action that fails badly, as the test wants");
        });
        deadlines.after(TICK, () -> ran.add("after the failures"));

        time.advance(TICK);

        assertThat(ran).containsExactly("after the failures");
    }

    @Test
    void haveATimeThatGoesOnBetweenTicks() {
        long before = deadlines.now();

        time.standStill(Duration.ofMillis(20));

        assertThat(deadlines.now() - before).isEqualTo(Duration.ofMillis(20).toNanos());
    }
}
