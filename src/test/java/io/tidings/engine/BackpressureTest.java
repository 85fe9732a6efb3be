package io.tidings.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.engine.EngineUnderTest.Wired;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.engineio.EnginePacket;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BackpressureTest {

    @RegisterExtension
    final EngineUnderTest test = new EngineUnderTest();

    private final Wired wired = test.openWebSocket();

    @Test
    void suspendsReadingAtTheLimitAndResumesItBelow() {
        test.executor().hold();
        receive(63);
        assertThat(wired.link().isReadingSuspended(wired.transport())).isFalse();

        receive(1);
        assertThat(wired.link().isReadingSuspended(wired.transport())).isTrue();
        assertThat(wired.transport().calls()).isEmpty();

        test.executor().step();
        assertThat(wired.link().isReadingSuspended(wired.transport())).isFalse();
        assertThat(wired.transport().calls()).containsExactly("resumeReading");
        assertThat(test.listener().messagesOf(wired.session())).hasSize(64);
    }

    @Test
    void suspendsReadingForFewLargeMessagesToo() {
        test.executor().hold();
        receiveBytes(600_000);
        assertThat(wired.link().isReadingSuspended(wired.transport())).isFalse();

        receiveBytes(400_000);
        assertThat(wired.link().isReadingSuspended(wired.transport())).isTrue();

        test.executor().release();
        assertThat(wired.link().isReadingSuspended(wired.transport())).isFalse();
    }

    @Test
    void callsAClientOverrunOnlyFarBeyondWhereReadingStops() {
        test.executor().hold();
        receive(1_023);
        assertThat(wired.link().isOverrun()).isFalse();

        receive(1);
        assertThat(wired.link().isOverrun()).isTrue();

        test.executor().release();
        assertThat(wired.link().isOverrun()).isFalse();
    }

    @Test
    void doesNotHoldUpTheProbeOfAClientThatIsAheadOfItsHandler() {
        Wired client = test.openPolling();
        RecordingTransport polling = client.transport();
        RecordingTransport probing = client.startUpgrade();
        test.executor().hold();
        for (int i = 0; i < 64; i++) {
            polling.receive("4message");
        }

        assertThat(client.link().isReadingSuspended(polling)).isTrue();
        assertThat(client.link().isReadingSuspended(probing)).isFalse();

        probing.receive("2probe");
        probing.receive("5");
        assertThat(client.link().isReadingSuspended(probing)).isTrue();

        test.executor().release();
        assertThat(client.link().isReadingSuspended(probing)).isFalse();
        assertThat(probing.calls()).contains("resumeReading");
    }

    private void receiveBytes(int count) {
        EnginePacket large = EnginePacket.binary(Bytes.wrap(new byte[count]));
        wired.link().received(wired.transport(), List.of(large));
    }

    @Test
    void resumesOnceHoweverFarTheClientWasAhead() {
        test.executor().hold();
        receive(1_000);
        receive(1_000);

        test.executor().release();

        assertThat(wired.transport().calls()).containsExactly("resumeReading");
        assertThat(test.listener().messagesOf(wired.session())).hasSize(2_000);
    }

    @Test
    void staysSuspendedWhileTooMuchWaits() {
        test.executor().hold();
        for (int i = 0; i < 10; i++) {
            receive(20);
        }
        test.listener().whenMessage((session, message) -> {
            if (test.listener().messagesOf(session).size() <= 120) {
                assertThat(wired.link().isReadingSuspended(wired.transport())).isTrue();
            }
        });

        test.executor().release();

        assertThat(wired.link().isReadingSuspended(wired.transport())).isFalse();
        assertThat(wired.transport().count("resumeReading")).isEqualTo(1);
    }

    @Test
    void asksForOneTurnOfTheExecutorHoweverManyMessagesWait() {
        test.executor().hold();

        receive(10);
        receive(10);

        assertThat(test.executor().waiting()).isEqualTo(1);
    }

    @Test
    void resumesReadingOfASessionThatHasEndedSoThatNothingIsLeftHanging() {
        test.executor().hold();
        receive(64);
        wired.session().close(CloseReason.FORCED_CLOSE);

        test.executor().release();

        assertThat(wired.link().isReadingSuspended(wired.transport())).isFalse();
        assertThat(wired.transport().calls()).containsExactly("close", "resumeReading");
    }

    @Test
    void endsASessionForWhoseMessagesThereIsNoThread() {
        test.executor().refuse();

        wired.transport().receive("4a");

        assertThat(wired.session().closeReason()).contains(CloseReason.OVERLOADED);
        assertThat(test.listener().eventsOf(wired.session())).containsExactly("opened", "closed: server overloaded");
    }

    @Test
    void endsASessionForWhoseBeginningThereIsNoThreadWithoutAWord() {
        test.executor().refuse();

        EngineSession session = test.open(RecordingTransport::webSocket);

        assertThat(session.closeReason()).contains(CloseReason.OVERLOADED);
        assertThat(test.listener().eventsOf(session)).isEmpty();
    }

    @Test
    void tellsTheListenerOnceWhereTheExecutorIsFullForLong() {
        test.executor().hold();
        receive(3);
        test.executor().refuse();
        wired.transport().lose(CloseReason.TRANSPORT_CLOSE);

        test.executor().release();

        assertThat(test.listener().eventsOf(wired.session()))
                .containsExactly("opened", "m", "m", "m", "closed: transport close");
    }

    private void receive(int count) {
        wired.link().received(wired.transport(), Collections.nCopies(count, EnginePacket.text("m")));
    }
}
