package io.tidings.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.engine.EngineUnderTest.Wired;
import io.tidings.protocol.engineio.EnginePacket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FarewellTest {

    @RegisterExtension
    final EngineUnderTest test = new EngineUnderTest();

    private final Wired wired = test.openWebSocket();

    @Test
    void endsASessionAtOnceForWhichNothingWaits() {
        wired.transport().receive("1");

        assertThat(wired.session().closeReason()).contains(CloseReason.TRANSPORT_CLOSE);
        assertThat(wired.transport().closeReason()).contains(CloseReason.TRANSPORT_CLOSE);
    }

    @Test
    void letsAnswersLeaveBeforeTheClientThatSaysGoodBye() {
        answerLate();
        assertThat(wired.session().isOpen()).isFalse();
        assertThat(wired.session().closeReason()).isEmpty();

        wired.transport().unstall();

        assertThat(wired.transport().sent()).containsExactly("4before", "1");
        assertThat(wired.session().closeReason()).contains(CloseReason.TRANSPORT_CLOSE);
    }

    @Test
    void sendsNothingThatComesAfterTheGoodBye() {
        answerLate();
        assertThat(wired.send("late")).isFalse();
        wired.transport().receive("4after");

        wired.transport().unstall();

        assertThat(wired.transport().sent()).containsExactly("4before", "1");
        assertThat(test.listener().messagesOf(wired.session())).containsExactly("before");
    }

    @Test
    void waitsNoLongerThanForAnyOtherClient() {
        answerLate();

        test.time().advance(Duration.ofMinutes(1));

        assertThat(wired.session().closeReason()).contains(CloseReason.TRANSPORT_CLOSE);
        assertThat(test.queuedBytes()).isZero();
    }

    @Test
    void wasTheClientsEvenIfTheConnectionBreaksMeanwhile() {
        answerLate();

        wired.transport().lose(CloseReason.TRANSPORT_ERROR);

        assertThat(wired.session().closeReason()).contains(CloseReason.TRANSPORT_CLOSE);
    }

    @Test
    void handsOnWhatCameBeforeItThoughItsHandlerIsSlow() {
        test.executor().hold();
        wired.transport().stall();
        wired.send("waits");
        wired.transport().receive(EnginePacket.text("before"), EnginePacket.CLOSE);

        test.executor().release();

        assertThat(test.listener().messagesOf(wired.session())).containsExactly("before");
    }

    @Test
    void leavesAnEndAsItIsThatTheApplicationBegan() {
        wired.transport().stall();
        wired.send("last");
        wired.session().close();
        wired.transport().receive("1");

        wired.transport().unstall();

        assertThat(wired.transport().sent()).containsExactly("4last", "1");
        assertThat(wired.session().closeReason()).contains(CloseReason.FORCED_CLOSE);
    }

    @Test
    void keepsNoSessionForAClientThatPolls() {
        Wired polling = test.openPolling();
        polling.transport().stall();
        polling.send("too late");

        polling.transport().receive("1");

        assertThat(polling.session().closeReason()).contains(CloseReason.TRANSPORT_CLOSE);
    }

    private void answerLate() {
        test.listener().whenMessage(EngineSession::send);
        wired.transport().stall();
        wired.transport().receive(EnginePacket.text("before"), EnginePacket.CLOSE);
    }
}
