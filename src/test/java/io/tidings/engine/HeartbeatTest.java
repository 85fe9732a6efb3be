package io.tidings.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.engine.EngineUnderTest.Wired;
import io.tidings.protocol.engineio.EnginePacket;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeartbeatTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @RegisterExtension
    final EngineUnderTest test = new EngineUnderTest();

    private final Wired wired = test.openWebSocket();

    @Test
    void pingsAtTheIntervalAndNotMuchBefore() {
        test.time().advance(Tuning.PING_INTERVAL.minusMillis(150));
        assertThat(wired.transport().sent()).isEmpty();

        test.time().advance(Duration.ofMillis(150));
        assertThat(wired.transport().sent()).containsExactly("2");
    }

    @Test
    void closesTheSessionWhenNoPongFollowsAPing() {
        test.time().advance(Tuning.PING_INTERVAL);

        test.time().advance(Tuning.PING_TIMEOUT.minus(SECOND));
        assertThat(wired.session().isOpen()).isTrue();

        test.time().advance(SECOND.plusMillis(50));
        assertThat(wired.session().closeReason()).contains(CloseReason.PING_TIMEOUT);
    }

    @Test
    void goesOnForAClientThatAnswers() {
        for (int i = 0; i < 20; i++) {
            test.time().advance(Tuning.PING_INTERVAL);
            assertThat(wired.transport().sent()).containsExactly("2");
            test.time().advance(Tuning.PING_TIMEOUT.minus(SECOND));
            wired.transport().receive("3");
        }

        assertThat(wired.session().isOpen()).isTrue();
    }

    @Test
    void countsTheNextIntervalFromThePong() {
        test.time().advance(Tuning.PING_INTERVAL);
        test.time().advance(Duration.ofSeconds(10));
        wired.transport().receive("3");
        wired.transport().sent();

        test.time().advance(Tuning.PING_INTERVAL.minus(SECOND));
        assertThat(wired.transport().sent()).isEmpty();

        test.time().advance(SECOND);
        assertThat(wired.transport().sent()).containsExactly("2");
    }

    @Test
    void ignoresPongsThatNobodyAskedFor() {
        int pending = test.deadlines().pending();
        for (int i = 0; i < 50; i++) {
            wired.transport().receive("3");
        }
        assertThat(test.deadlines().pending()).isEqualTo(pending);

        test.time().advance(Tuning.PING_INTERVAL);
        assertThat(wired.transport().sent()).containsExactly("2");
        assertThat(wired.session().isOpen()).isTrue();
    }

    @Test
    void isNotAnsweredByAMessage() {
        test.time().advance(Tuning.PING_INTERVAL);
        wired.transport().receive("4still here");

        test.time().advance(Tuning.PING_TIMEOUT.plusMillis(50));

        assertThat(wired.session().closeReason()).contains(CloseReason.PING_TIMEOUT);
    }

    @Test
    void doesNotChargeTheClientForAPauseOfTheProcess() {
        test.time().advance(Tuning.PING_INTERVAL);
        test.time().advance(Tuning.PING_TIMEOUT.minus(SECOND));

        test.time().standStill(Duration.ofSeconds(30));
        test.deadlines().tick();
        assertThat(wired.session().isOpen()).isTrue();
        wired.transport().receive("3");

        test.time().advance(Tuning.PING_TIMEOUT);
        assertThat(wired.session().isOpen()).isTrue();
    }

    @Test
    void takesAPongThatArrivesAfterAPauseBeforeTheNextTick() {
        test.time().advance(Tuning.PING_INTERVAL);
        test.time().advance(Tuning.PING_TIMEOUT.minusMillis(500));
        test.time().standStill(Duration.ofSeconds(30));

        assertThat(test.engine().find(wired.session().id().value())).isPresent();
        wired.transport().receive("3");

        test.time().advance(SECOND);
        assertThat(wired.session().isOpen()).isTrue();
    }

    @Test
    void givesTheClientItsWholeTimeWhereTicksAreCoarse() {
        test.time().advance(Duration.ofSeconds(8), SECOND);
        wired.transport().sent();
        while (wired.transport().sent().isEmpty()) {
            test.time().advance(SECOND, SECOND);
        }

        test.time().advance(Tuning.PING_TIMEOUT.minus(SECOND), SECOND);
        assertThat(wired.session().isOpen()).isTrue();
        wired.transport().receive("3");

        test.time().advance(Tuning.PING_INTERVAL, SECOND);
        assertThat(wired.session().isOpen()).isTrue();
        assertThat(wired.transport().sent()).containsExactly("2");
    }

    @Test
    void endsAnOverdueSessionAsSoonAsSomebodyAsksForIt() {
        test.time().advance(Tuning.PING_INTERVAL);
        test.time().advance(Tuning.PING_TIMEOUT.minusMillis(50));
        test.time().standStill(Duration.ofMillis(60));

        assertThat(test.engine().find(wired.session().id().value())).isEmpty();
        assertThat(wired.session().closeReason()).contains(CloseReason.PING_TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 50, 57, 66, 73, 80, 97})
    void isNoLessExactWhereTheTimerDoesNotKeepItsRhythm(long rhythm) {
        test.time().advance(Tuning.PING_INTERVAL.minusMillis(200), Duration.ofMillis(rhythm));
        test.time().advance(Duration.ofMillis(200).plus(Tuning.PING_TIMEOUT), Duration.ofMillis(rhythm));

        assertThat(test.engine().find(wired.session().id().value())).isEmpty();
        assertThat(wired.session().closeReason()).contains(CloseReason.PING_TIMEOUT);
    }

    @Test
    void doesNotBlameTheClientWhileItsPongCannotBeRead() {
        test.executor().hold();
        EnginePacket[] many = new EnginePacket[64];
        Arrays.fill(many, EnginePacket.text("m"));
        wired.transport().receive(many);
        assertThat(wired.link().isReadingSuspended(wired.transport())).isTrue();

        test.time().advance(Duration.ofMinutes(5));
        assertThat(wired.session().isOpen()).isTrue();

        test.executor().release();
        test.time().advance(Tuning.PING_TIMEOUT.plusMillis(50));
        assertThat(wired.session().closeReason()).contains(CloseReason.PING_TIMEOUT);
    }

    @Test
    void doesNotEndASessionWhosePongCameInTheSameTickAsItsEnd() {
        test.deadlines()
                .after(
                        Tuning.PING_INTERVAL.plus(Tuning.PING_TIMEOUT),
                        () -> wired.transport().receive("3"));

        test.time().advance(Tuning.PING_INTERVAL.plus(Tuning.PING_TIMEOUT).plus(SECOND));

        assertThat(wired.session().isOpen()).isTrue();
    }

    @Test
    void goesOnWhilePollsAreMissing() {
        Wired polling = test.openPolling();
        polling.transport().stall();

        test.time().advance(Tuning.PING_INTERVAL.plus(Tuning.PING_TIMEOUT).plusMillis(50));

        assertThat(polling.session().closeReason()).contains(CloseReason.PING_TIMEOUT);
        assertThat(test.queuedBytes()).isZero();
    }
}
