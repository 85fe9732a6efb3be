package io.tidings.transport.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.engine.CloseReason;
import io.tidings.engine.EngineSession;
import io.tidings.engine.EngineUnderTest;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.websocket.ClientBytes;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosingHandshakeTest {

    @RegisterExtension
    final EngineUnderTest test = new EngineUnderTest();

    private final WebSocketClient client = WebSocketClient.of(test);

    @ParameterizedTest
    @CsvSource({"FORCED_CLOSE, 1000", "SERVER_SHUTTING_DOWN, 1001", "SLOW_CONSUMER, 1008", "OVERLOADED, 1013"})
    void beginsOnThisSideAndWaitsForTheClient(CloseReason reason, int code) throws Exception {
        client.session().close(reason);
        assertThat(client.heard()).containsExactly("close " + code + " " + reason.words());
        assertThat(client.connection().isClosed()).isFalse();

        client.send(new ClientBytes().close(code, ""));

        assertThat(client.connection().closes()).isEqualTo(1);
        assertThat(client.connection().wasForced()).isFalse();
        assertThat(client.heard()).isEmpty();
    }

    @Test
    void comesBehindEverythingThatIsQueued() {
        client.connection().output().room(0);
        client.session().send(EnginePacket.text("a"));
        client.session().send(EnginePacket.text("b"));
        client.session().close();
        assertThat(client.session().closeReason()).isEmpty();

        drain();

        assertThat(client.heard()).containsExactly("text 4a", "text 4b", "close 1000 ");
        assertThat(client.session().closeReason()).contains(CloseReason.FORCED_CLOSE);
    }

    @Test
    void needsNoMessageBeforeIt() {
        client.session().close();

        assertThat(client.heard()).containsExactly("close 1000 ");
    }

    private void drain() {
        try {
            client.connection().output().drain(Integer.MAX_VALUE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("W-09 a client that does not answer it is cut off in time")
    void aClientThatDoesNotAnswerItIsCutOffInTime() {
        client.session().close(CloseReason.FORCED_CLOSE);
        test.time().advance(WebSocketClient.CLOSE_TIMEOUT.minusMillis(100));
        assertThat(client.connection().isClosed()).isFalse();

        test.time().advance(Duration.ofMillis(150));

        assertThat(client.connection().closes()).isEqualTo(1);
        assertThat(client.connection().wasForced()).isTrue();
    }

    @Test
    void isAnsweredWhereTheClientBeginsIt() throws Exception {
        client.send(new ClientBytes().text("4a").close(1000, "bye"));

        assertThat(client.heard()).containsExactly("close 1000 ");
        assertThat(client.connection().closes()).isEqualTo(1);
        assertThat(test.listener().eventsOf(client.session()))
                .containsExactly("opened", "a", "closed: transport close");
    }

    @Test
    void isAnsweredWithoutACodeWhereTheClientGaveNone() throws Exception {
        client.send(new ClientBytes().frame(ClientBytes.FIN | ClientBytes.CLOSE, ""));

        assertThat(client.heard()).containsExactly("close");
        assertThat(client.connection().isClosed()).isTrue();
    }

    @Test
    @DisplayName("W-09 frames behind it are dropped")
    void framesBehindItAreDropped() throws Exception {
        client.send(new ClientBytes().close(1000, "").text("4late").ping("late"));

        assertThat(test.listener().messagesOf(client.session())).isEmpty();
        assertThat(client.heard()).containsExactly("close 1000 ");
    }

    @Test
    void answersNoPingOnceItHasBegun() throws Exception {
        client.session().close(CloseReason.FORCED_CLOSE);
        client.heard();

        client.send(new ClientBytes().ping("p").text("4late"));

        assertThat(client.heard()).isEmpty();
        assertThat(test.listener().messagesOf(client.session())).isEmpty();
    }

    @Test
    void isSkippedWhereTheConnectionEndsWithoutIt() throws Exception {
        client.connection().input().end();

        assertThat(client.session().closeReason()).contains(CloseReason.TRANSPORT_CLOSE);
        assertThat(client.connection().closes()).isEqualTo(1);
        assertThat(client.heard()).isEmpty();
    }

    @Test
    void isSkippedWhereTheConnectionBreaks() {
        client.connection().input().fail();

        assertThat(client.session().closeReason()).contains(CloseReason.TRANSPORT_ERROR);
        assertThat(client.connection().closes()).isEqualTo(1);
    }

    @Test
    void isSkippedWhereNothingCanBeWrittenAnyMore() {
        client.connection().output().breakConnection();

        client.session().send(EnginePacket.text("a"));

        assertThat(client.session().closeReason()).contains(CloseReason.TRANSPORT_ERROR);
        assertThat(client.connection().closes()).isEqualTo(1);
        assertThat(test.queuedBytes()).isZero();
    }

    @Test
    void isSkippedWhereTheContainerSaysThatWritingFailed() {
        client.connection().output().fail();

        assertThat(client.session().closeReason()).contains(CloseReason.TRANSPORT_ERROR);
    }

    @Test
    void isSkippedWhereTheContainerTakesTheConnectionAway() {
        client.handler().destroy();
        client.handler().destroy();

        assertThat(client.session().closeReason()).contains(CloseReason.TRANSPORT_CLOSE);
        assertThat(client.connection().closes()).isEqualTo(1);
    }

    @Test
    void comesBehindAnswersThatAnotherWriterHasInItsHands() {
        test.listener().whenMessage(EngineSession::send);
        client.connection().output().duringNextFlush(() -> {
            send(new ClientBytes().text("4before"));
            send(new ClientBytes().text("1"));
            send(new ClientBytes().text("4after"));
        });

        client.session().send(EnginePacket.text("hello"));

        assertThat(client.heard()).containsExactly("text 4hello", "text 4before", "close 1000 ");
        assertThat(test.listener().eventsOf(client.session()))
                .containsExactly("opened", "before", "closed: transport close");
    }

    private void send(ClientBytes bytes) {
        try {
            client.send(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void endsTheSessionOfAPacketThatSaysSo() throws Exception {
        client.send(new ClientBytes().text("1"));

        assertThat(client.session().closeReason()).contains(CloseReason.TRANSPORT_CLOSE);
        assertThat(client.heard()).containsExactly("close 1000 transport close");
    }
}
