package io.tidings.transport.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.engine.CloseReason;
import io.tidings.engine.EngineSession;
import io.tidings.engine.EngineUnderTest;
import io.tidings.engine.Tuning;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.engineio.EnginePacket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTransportTest {

    @RegisterExtension
    final EngineUnderTest test = new EngineUnderTest();

    private final EndpointClient client = EndpointClient.of(test);

    @Test
    void carriesTextAndBinaryBothWays() {
        test.listener().whenMessage(EngineSession::send);

        client.text("4hé");
        client.binary("bytes", true);

        assertThat(test.listener().messagesOf(client.session())).containsExactly("hé", "binary bytes");
        assertThat(client.webSocket().heard()).containsExactly("text 4hé", "binary bytes");
    }

    @Test
    void sendsTheNextMessageWhenTheContainerIsDoneWithTheOneBefore() {
        client.webSocket().slow();
        client.session().send(EnginePacket.text("a"));
        client.session().send(EnginePacket.binary(Bytes.utf8("b")));
        client.session().send(EnginePacket.text("c"));
        assertThat(client.webSocket().heard()).containsExactly("text 4a");
        assertThat(client.session().isWritable()).isFalse();

        client.webSocket().done();
        assertThat(client.webSocket().heard()).containsExactly("binary b");
        client.webSocket().done();
        assertThat(client.webSocket().heard()).containsExactly("text 4c");
        client.webSocket().done();
        assertThat(client.session().isWritable()).isTrue();
    }

    @Test
    void sendsManyMessagesWithoutADeepStack() {
        client.webSocket().slow();
        for (int i = 0; i < 999; i++) {
            client.session().send(EnginePacket.text("m"));
        }

        for (int i = 0; i < 999; i++) {
            client.webSocket().done();
        }

        assertThat(client.webSocket().heard()).hasSize(999);
    }

    @Test
    void endsTheSessionWhereSendingFails() {
        client.webSocket().slow();
        client.session().send(EnginePacket.text("a"));

        client.webSocket().failed();

        assertThat(client.session().closeReason()).contains(CloseReason.TRANSPORT_ERROR);
    }

    @Test
    void endsTheSessionWhereSendingThrows() {
        client.webSocket().breakConnection();

        client.session().send(EnginePacket.text("a"));

        assertThat(client.session().closeReason()).contains(CloseReason.TRANSPORT_ERROR);
        assertThat(test.queuedBytes()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"FORCED_CLOSE, 1000", "SERVER_SHUTTING_DOWN, 1001", "SLOW_CONSUMER, 1008", "OVERLOADED, 1013"})
    void tellsTheClientWhyItEnds(CloseReason reason, int code) {
        client.session().close(reason);

        assertThat(client.webSocket().closed()).contains(code + " " + reason.words());
        assertThat(client.webSocket().wasForced()).isFalse();
        assertThat(client.webSocket().closes()).hasSize(1);
    }

    @Test
    void sendsEverythingBeforeItClosesGently() {
        client.webSocket().slow();
        client.session().send(EnginePacket.text("a"));
        client.session().send(EnginePacket.text("b"));
        client.session().close();
        client.webSocket().done();
        assertThat(client.session().closeReason()).isEmpty();

        client.webSocket().done();

        assertThat(client.webSocket().heard()).containsExactly("text 4a", "text 4b");
        assertThat(client.webSocket().closed()).contains("1000 forced close");
        assertThat(client.session().closeReason()).contains(CloseReason.FORCED_CLOSE);
    }

    @Test
    void waitsForNobodyWhereTheClientDoesNotRead() {
        client.webSocket().slow();
        client.session().send(EnginePacket.text("a"));

        client.session().close(CloseReason.FORCED_CLOSE);

        assertThat(client.webSocket().closes()).hasSize(1);
        assertThat(client.webSocket().wasForced()).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void closesASessionWhoseClientDoesNotRead() {
        client.session().close(CloseReason.FORCED_CLOSE);
        test.tune(new Tuning().outbox(10, 1_000_000));
        EndpointClient lazy = EndpointClient.of(test);
        lazy.webSocket().slow();
        int sent = 0;
        while (lazy.session().send(EnginePacket.text("m"))) {
            sent++;
        }

        // One message is under way, and up to the limit wait behind it.
        assertThat(sent).isEqualTo(11);
        assertThat(lazy.session().closeReason()).contains(CloseReason.SLOW_CONSUMER);
        assertThat(lazy.webSocket().closed()).contains("1008 slow consumer");
    }

    @Test
    void endsTheSessionWhenTheContainerSaysThatTheConnectionIsClosed() {
        client.endpoint()
                .onClose(
                        client.webSocket().session(),
                        new jakarta.websocket.CloseReason(jakarta.websocket.CloseReason.CloseCodes.GOING_AWAY, ""));

        assertThat(client.session().closeReason()).contains(CloseReason.TRANSPORT_CLOSE);
    }

    @Test
    void endsTheSessionWhenTheContainerSaysThatTheConnectionBroke() {
        client.endpoint().onError(client.webSocket().session(), new IllegalStateException("reset"));

        assertThat(client.session().closeReason()).contains(CloseReason.TRANSPORT_ERROR);
        assertThat(client.webSocket().closes()).isNotEmpty();
    }

    @Test
    void keepsNoClockForAConnectionThatIsGone() {
        client.session().close(CloseReason.FORCED_CLOSE);
        client.endpoint()
                .onClose(
                        client.webSocket().session(),
                        new jakarta.websocket.CloseReason(jakarta.websocket.CloseReason.CloseCodes.GOING_AWAY, ""));

        test.time().advance(Duration.ofSeconds(2));

        assertThat(test.deadlines().pending()).isZero();
    }
}
