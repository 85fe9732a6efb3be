package io.tidings.transport.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.engine.CloseReason;
import io.tidings.engine.EngineSession;
import io.tidings.engine.EngineUnderTest;
import io.tidings.engine.TransportKind;
import io.tidings.engine.Tuning;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.websocket.ClientBytes;
import io.tidings.transport.fakes.FakeOutput;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UpgradeTransportTest {

    @RegisterExtension
    final EngineUnderTest test = new EngineUnderTest();

    @Test
    void greetsItsClient() throws Exception {
        WebSocketClient client = WebSocketClient.notReading(test);
        assertThat(client.heard()).isEmpty();
        assertThat(client.session().isWritable()).isFalse();

        client.connection().output().drain(Integer.MAX_VALUE);

        assertThat(client.heard()).singleElement().asString().startsWith("text 0{\"sid\":");
        assertThat(client.session().transportKind()).isEqualTo(TransportKind.WEBSOCKET);
        assertThat(client.session().isWritable()).isTrue();
    }

    @Test
    void carriesTextAndBinaryBothWays() throws Exception {
        test.listener().whenMessage(EngineSession::send);
        WebSocketClient client = WebSocketClient.of(test);

        client.send(new ClientBytes().text("4hé").binary(ClientBytes.utf8("bytes")));

        assertThat(test.listener().messagesOf(client.session())).containsExactly("hé", "binary bytes");
        assertThat(client.heard()).containsExactly("text 4hé", "binary bytes");
    }

    @Test
    void writesOnceForAllThatOneReadBrought() throws Exception {
        test.listener().whenMessage(EngineSession::send);
        WebSocketClient client = WebSocketClient.of(test);
        int writes = client.connection().output().writes();
        int flushes = client.connection().output().flushes();

        client.send(new ClientBytes().text("4a").text("4b").text("4c"));

        assertThat(client.connection().output().writes()).isEqualTo(writes + 1);
        assertThat(client.connection().output().flushes()).isEqualTo(flushes + 1);
        assertThat(client.heard()).containsExactly("text 4a", "text 4b", "text 4c");
    }

    @Test
    void understandsFramesHoweverTheyAreCut() throws Exception {
        WebSocketClient client = WebSocketClient.of(test);

        for (byte one : new ClientBytes().text("4abc").text("4def").toArray()) {
            client.connection().input().feed(new byte[] {one});
        }

        assertThat(test.listener().messagesOf(client.session())).containsExactly("abc", "def");
    }

    @Test
    void waitsForAClientThatReadsSlowly() throws Exception {
        WebSocketClient client = WebSocketClient.of(test);
        client.connection().output().room(1);
        for (int i = 0; i < 5; i++) {
            client.session().send(EnginePacket.text("m" + i));
        }
        assertThat(client.heard()).containsExactly("text 4m0");
        assertThat(client.session().isWritable()).isFalse();

        client.connection().output().drain(1);

        assertThat(client.heard()).containsExactly("text 4m1", "text 4m2", "text 4m3", "text 4m4");
        client.connection().output().drain(1);
        assertThat(client.session().isWritable()).isTrue();
        assertThat(test.queuedBytes()).isZero();
    }

    @Test
    void isNotWritableWhileItsContainerIsFullThoughNothingIsQueued() throws Exception {
        WebSocketClient client = WebSocketClient.of(test);
        client.connection().output().room(1);

        client.session().send(EnginePacket.text("a"));

        assertThat(client.session().isWritable()).isFalse();
        client.connection().output().drain(1);
        assertThat(client.session().isWritable()).isTrue();
    }

    @Test
    void takesABigQueueInPiecesSoThatPongsGetBetween() throws Exception {
        WebSocketClient client = WebSocketClient.of(test);
        client.connection().output().room(0);
        for (int i = 0; i < 4; i++) {
            client.session().send(EnginePacket.binary(Bytes.wrap(new byte[40_000])));
        }
        client.connection().output().drain(2);
        assertThat(client.heard()).hasSize(1);
        client.send(new ClientBytes().ping("p"));

        client.connection().output().drain(1);

        assertThat(client.heard()).containsExactly("pong p");
    }

    @Test
    void handsALargeFrameOverInWritesThatAContainerMayKeep() throws Exception {
        WebSocketClient client = WebSocketClient.of(test);
        String large = "0123456789".repeat(20_000);
        FakeOutput output = client.connection().output();
        output.room(0);
        client.session().send(EnginePacket.text(large));
        client.session().send(EnginePacket.text("next"));
        int before = output.writes();

        for (int i = 0; i < 8; i++) {
            output.drain(1);
        }

        assertThat(output.writes()).isEqualTo(before + 7 + 1);
        assertThat(output.longestWrite()).isLessThanOrEqualTo(32 * 1024);
        assertThat(client.heard()).containsExactly("text 4" + large, "text 4next");
    }

    @Test
    void closesASessionWhoseClientDoesNotRead() throws Exception {
        test.tune(new Tuning().outbox(100, 10_000));
        WebSocketClient client = WebSocketClient.of(test);
        client.connection().output().room(0);
        int sent = 0;
        while (client.session().send(EnginePacket.text("x".repeat(999)))) {
            sent++;
        }
        assertThat(sent).isEqualTo(10);
        assertThat(client.session().closeReason()).contains(CloseReason.SLOW_CONSUMER);
        assertThat(client.connection().isClosed()).isFalse();

        test.time().advance(WebSocketClient.CLOSE_TIMEOUT.plusMillis(50));

        assertThat(client.connection().isClosed()).isTrue();
        assertThat(client.connection().wasForced()).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void compressesLongMessagesWhereThatWasAgreed() throws Exception {
        test.listener().whenMessage(EngineSession::send);
        WebSocketClient client = WebSocketClient.compressing(test);

        client.send(new ClientBytes().text("4short").text("4" + "long ".repeat(1_000)));

        assertThat(client.connection().output().writes()).isEqualTo(2);
        assertThat(client.heard()).containsExactly("text 4short", "compressed text");
    }

    @Test
    void compressesNoMessageThatDoesNotWantIt() throws Exception {
        WebSocketClient client = WebSocketClient.compressing(test);
        EnginePacket large = EnginePacket.text("long ".repeat(1_000));

        client.session().send(List.of(large, large.uncompressed(), large));

        assertThat(client.heard())
                .containsExactly("compressed text", "text 4" + large.data().toUtf8String(), "compressed text");
    }
}
