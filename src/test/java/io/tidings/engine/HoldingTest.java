package io.tidings.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.LogLines;
import io.tidings.engine.EngineUnderTest.Wired;
import io.tidings.protocol.engineio.EnginePacket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A listener that does not block and hands its messages on to others who do. */
class HoldingTest {

    private static final int SIZE = 100;

    @RegisterExtension
    final EngineUnderTest test = new EngineUnderTest().onReadingThread();

    @RegisterExtension
    final LogLines log = new LogLines(FlushScope.class);

    private final List<EngineSession> held = new ArrayList<>();
    private final Wired wired = test.openWebSocket();
    private long resumesSeen;

    private void holdEveryMessage() {
        test.listener().whenMessage((session, message) -> {
            if (session.hold(SIZE)) {
                held.add(session);
            }
        });
    }

    private void receive(int count) {
        for (int i = 0; i < count; i++) {
            wired.transport().receive("4m");
        }
    }

    private void letGo(int count) {
        for (int i = 0; i < count; i++) {
            held.remove(0).letGo(SIZE);
        }
    }

    /**
     * How often reading was resumed since the last look. While the listener runs, its message counts twice, so that reading may
     * stop for that moment.
     */
    private long resumes() {
        long before = resumesSeen;
        resumesSeen = wired.transport().count("resumeReading");
        return resumesSeen - before;
    }

    private boolean isSuspended() {
        return wired.link().isReadingSuspended(wired.transport());
    }

    @Test
    void suspendsReadingUntilEnoughOfWhatIsHeldWasLetGo() {
        holdEveryMessage();
        receive(63);
        assertThat(isSuspended()).isFalse();

        receive(1);
        assertThat(isSuspended()).isTrue();
        assertThat(test.queuedBytes()).isEqualTo(64 * SIZE);
        resumes();

        letGo(1);
        assertThat(isSuspended()).isFalse();
        assertThat(resumes()).isEqualTo(1);

        letGo(63);
        assertThat(resumes()).isZero();
        assertThat(test.queuedBytes()).isZero();
    }

    @Test
    void suspendsReadingForFewLargeMessagesToo() {
        assertThat(wired.session().hold(600_000)).isTrue();
        assertThat(isSuspended()).isFalse();
        assertThat(wired.session().hold(400_000)).isTrue();
        assertThat(isSuspended()).isTrue();

        wired.session().letGo(400_000);
        assertThat(isSuspended()).isFalse();

        wired.session().letGo(600_000);
    }

    @Test
    void staysSuspendedWhenWhatOneReadBroughtIsHeldBehindTheListener() {
        holdEveryMessage();

        wired.link().received(wired.transport(), Collections.nCopies(100, EnginePacket.text("m")));

        assertThat(isSuspended()).isTrue();
        assertThat(wired.transport().calls()).isEmpty();
        letGo(36);
        assertThat(isSuspended()).isTrue();
        letGo(1);
        assertThat(isSuspended()).isFalse();
        letGo(63);
    }

    @Test
    void callsAClientOverrunForWhatIsHeld() {
        holdEveryMessage();
        receive(1_000);
        assertThat(wired.link().isOverrun()).isFalse();

        receive(24);
        assertThat(wired.link().isOverrun()).isTrue();

        letGo(1_024);
        assertThat(wired.link().isOverrun()).isFalse();
    }

    @Test
    void readsOnWhenTheBatchIsOverThatLetGo() {
        holdEveryMessage();
        receive(64);
        resumes();

        FlushScope.run(() -> {
            wired.send("answer");
            letGo(64);
            FlushScope.atEnd(() -> {
                assertThat(resumes()).isZero();
                assertThat(isSuspended()).as("so that no missing pong counts").isTrue();
            });
        });

        assertThat(log.records()).isEmpty();
        assertThat(resumes()).isEqualTo(1);
        assertThat(isSuspended()).isFalse();
        assertThat(wired.transport().sent()).containsExactly("4answer");
    }

    @Test
    void doesNotReadOnWhereTooMuchHasComeUntilTheBatchIsOver() {
        holdEveryMessage();
        receive(64);
        resumes();

        FlushScope.run(() -> {
            letGo(1);
            wired.session().hold(SIZE);
        });

        assertThat(resumes()).isZero();
        assertThat(isSuspended()).isTrue();
        wired.session().letGo(SIZE);
        assertThat(isSuspended()).isFalse();
        assertThat(resumes()).isEqualTo(1);
        letGo(63);
    }

    @Test
    void endsTheSessionThatTheNodeHasNoRoomFor() {
        wired.session().close(CloseReason.FORCED_CLOSE);
        test.nodeLimit(1_000);
        Wired full = test.openWebSocket();
        List<Boolean> answers = new ArrayList<>();
        test.listener().whenMessage((session, message) -> answers.add(session.hold(400)));

        full.transport().receive("4m");
        full.transport().receive("4m");
        full.transport().receive("4m");

        assertThat(answers).containsExactly(true, true, false);
        assertThat(full.session().closeReason()).contains(CloseReason.OVERLOADED);
        assertThat(test.queuedBytes()).isEqualTo(800);
        full.session().letGo(400);
        full.session().letGo(400);
    }

    @Test
    void givesTheRoomOfTheNodeBackAfterTheEndOfTheSession() {
        holdEveryMessage();
        receive(64);
        resumes();
        wired.session().close(CloseReason.FORCED_CLOSE);
        assertThat(test.queuedBytes()).isEqualTo(64 * SIZE);

        letGo(64);

        assertThat(test.queuedBytes()).isZero();
        assertThat(isSuspended()).isFalse();
        assertThat(resumes()).isEqualTo(1);
    }

    @Test
    void holdsNoMissingPongAgainstAClientThatIsNotRead() {
        holdEveryMessage();
        receive(64);
        test.time().advance(Tuning.PING_INTERVAL);
        test.time().advance(Tuning.PING_TIMEOUT.plusSeconds(1));
        assertThat(wired.session().isOpen()).isTrue();

        letGo(64);
        test.time().advance(Tuning.PING_TIMEOUT.plusSeconds(1));

        assertThat(wired.session().closeReason()).contains(CloseReason.PING_TIMEOUT);
    }
}
