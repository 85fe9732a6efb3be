package io.tidings.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.engine.EngineUnderTest.Wired;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a listener keeps for a client, and with its session. */
class ReservingTest {

    @RegisterExtension
    final EngineUnderTest test = new EngineUnderTest().nodeLimit(1_000);

    private final Wired wired = test.openWebSocket();

    @Test
    void chargesTheNodeAndStopsNothing() {
        assertThat(wired.session().reserve(900)).isTrue();

        assertThat(test.queuedBytes()).isEqualTo(900);
        assertThat(wired.session().isReadingSuspended()).isFalse();
        wired.session().release(400);
        assertThat(test.queuedBytes()).isEqualTo(500);
        wired.session().release(500);
    }

    @Test
    void endsTheSessionThatTheNodeHasNoRoomFor() {
        assertThat(wired.session().reserve(900)).isTrue();

        assertThat(wired.session().reserve(101)).isFalse();

        assertThat(wired.session().closeReason()).contains(CloseReason.OVERLOADED);
        assertThat(test.queuedBytes())
                .as("what was reserved before is still to be given back")
                .isEqualTo(900);
        wired.session().release(900);
    }

    @Test
    void leavesNoRoomForWhatOthersWouldQueue() {
        Wired other = test.openWebSocket();
        wired.session().reserve(1_000);

        assertThat(other.send("m")).isFalse();

        assertThat(other.session().closeReason()).contains(CloseReason.OVERLOADED);
        assertThat(wired.session().isOpen()).isTrue();
        wired.session().release(1_000);
    }

    @Test
    void reservesAlsoForASessionThatHasEnded() {
        wired.session().close(CloseReason.TRANSPORT_CLOSE);

        assertThat(wired.session().reserve(100)).isTrue();
        assertThat(wired.session().reserve(1_000)).isFalse();

        assertThat(wired.session().closeReason()).contains(CloseReason.TRANSPORT_CLOSE);
        wired.session().release(100);
    }

    @Test
    void carriesWhatWasAttachedLast() {
        assertThat(wired.session().attachment()).isNull();

        wired.session().attach("first");
        wired.session().attach("second");
        wired.session().close(CloseReason.FORCED_CLOSE);

        assertThat(wired.session().attachment()).isEqualTo("second");
    }

    @Test
    void tellsWhetherItReads() {
        for (int i = 0; i < 64; i++) {
            wired.session().hold(1);
        }
        assertThat(wired.session().isReadingSuspended()).isTrue();

        for (int i = 0; i < 64; i++) {
            wired.session().letGo(1);
        }
        assertThat(wired.session().isReadingSuspended()).isFalse();
    }
}
