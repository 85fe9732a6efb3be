package io.tidings.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LateTicksTest {

    private static final Duration TICK = ManualTime.TICK;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ManualTime time = new ManualTime();
    private final Deadlines deadlines = time.deadlines();
    private final AtomicBoolean ran = new AtomicBoolean();

    @Test
    void chargeNobodyForAPauseOfTheProcess() {
        deadlines.after(SECOND, () -> ran.set(true));
        time.advance(Duration.ofMillis(500));

        time.standStill(Duration.ofSeconds(30));
        deadlines.tick();
        time.advance(Duration.ofMillis(250));
        assertThat(ran).isFalse();

        time.advance(TICK);
        assertThat(ran).isTrue();
    }

    @Test
    void letTheClockStandDuringAPause() {
        long before = deadlines.now();

        time.standStill(Duration.ofHours(5));

        assertThat(deadlines.now() - before).isEqualTo(TICK.multipliedBy(4).toNanos());
    }

    @ParameterizedTest
    @ValueSource(longs = {70, 90, 150, 200})
    void countInFullWhereTheyAreOnlyALittleLate(long millis) {
        deadlines.after(SECOND, () -> ran.set(true));

        time.advance(SECOND, Duration.ofMillis(millis));

        assertThat(ran).isTrue();
    }

    @Test
    void countInFullOnceTheTimerProvesToBeCoarse() {
        time.advance(Duration.ofSeconds(8), SECOND);
        deadlines.after(Duration.ofSeconds(10), () -> ran.set(true));

        time.advance(Duration.ofSeconds(9), SECOND);
        assertThat(ran).isFalse();

        time.advance(SECOND, SECOND);
        assertThat(ran).isTrue();
        assertThat(deadlines.observedTick()).isEqualTo(SECOND);
    }

    @Test
    void areNotTakenForACoarseTimerWhereOneWasInTime() {
        time.advance(Duration.ofSeconds(7), SECOND);
        time.advance(TICK);

        assertThat(deadlines.observedTick()).isEqualTo(TICK);
    }

    @Test
    void countForNothingWhereTheClockGoesBack() {
        long before = deadlines.now();

        time.standStill(Duration.ofSeconds(-10));
        deadlines.tick();

        assertThat(deadlines.now()).isEqualTo(before);
    }

    @Test
    void neverTurnTheWheelBack() {
        Random random = new Random(20);
        long latest = deadlines.now();
        for (int i = 0; i < 20_000; i++) {
            time.standStill(Duration.ofMillis(random.nextInt(random.nextInt(10) == 0 ? 5_000 : 120)));
            if (random.nextBoolean()) {
                deadlines.tick();
            }
            assertThat(deadlines.now()).isGreaterThanOrEqualTo(latest);
            latest = deadlines.now();
        }
    }
}
