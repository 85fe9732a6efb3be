package io.tidings.protocol.websocket;

import static io.tidings.protocol.websocket.ClientBytes.BINARY;
import static io.tidings.protocol.websocket.ClientBytes.CONTINUATION;
import static io.tidings.protocol.websocket.ClientBytes.FIN;
import static io.tidings.protocol.websocket.ClientBytes.TEXT;
import static io.tidings.protocol.websocket.ClientBytes.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.websocket.RecordingSink.Binary;
import io.tidings.protocol.websocket.RecordingSink.Close;
import io.tidings.protocol.websocket.RecordingSink.Ping;
import io.tidings.protocol.websocket.RecordingSink.Pong;
import io.tidings.protocol.websocket.RecordingSink.Text;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrameReaderTest {

    private final FrameReader reader = new FrameReader(FrameLimits.ofMessage(1_000_000));
    private final RecordingSink sink = new RecordingSink();

    @ParameterizedTest
    @EnumSource
    void tellsOfEveryKindOfMessageInTheOrderOfArrival(Slicing slicing) {
        byte[] sent = new ClientBytes()
                .text("4hello")
                .binary(new byte[] {0, -1, 127})
                .ping("are you there")
                .text("")
                .pong("")
                .text("x".repeat(126))
                .binary(new byte[70_000])
                .close(1000, "bye")
                .toArray();

        assertThat(slicing.read(reader, sent))
                .containsExactly(
                        new Text("4hello"),
                        new Binary(Bytes.wrap(new byte[] {0, -1, 127})),
                        new Ping(Bytes.utf8("are you there")),
                        new Text(""),
                        new Pong(Bytes.EMPTY),
                        new Text("x".repeat(126)),
                        new Binary(Bytes.wrap(new byte[70_000])),
                        new Close(1000, "bye"));
    }

    @ParameterizedTest
    @EnumSource
    void joinsFragmentsAndLetsControlFramesPassBetweenThem(Slicing slicing) {
        byte[] sent = new ClientBytes()
                .frame(TEXT, "one ")
                .ping("1")
                .frame(CONTINUATION, "two ")
                .pong("2")
                .frame(CONTINUATION, "")
                .frame(FIN | CONTINUATION, "three")
                .text("next")
                .toArray();

        assertThat(slicing.read(reader, sent))
                .containsExactly(
                        new Ping(Bytes.utf8("1")),
                        new Pong(Bytes.utf8("2")),
                        new Text("one two three"),
                        new Text("next"));
    }

    @Test
    void tellsOfAMessageBeforeItRefusesTheFrameBehindIt() {
        byte[] sent = new ClientBytes().text("good").unmasked(FIN | TEXT, "bad").toArray();

        assertThatThrownBy(() -> read(sent)).isInstanceOf(WebSocketException.class);

        assertThat(sink.heard()).containsExactly(new Text("good"));
    }

    @Test
    void ignoresEverythingAfterItRefusedAFrame() {
        byte[] refused = new ClientBytes().unmasked(FIN | TEXT, "bad").toArray();
        assertThatThrownBy(() -> read(refused)).isInstanceOf(WebSocketException.class);

        read(new ClientBytes().text("late").toArray());

        assertThat(sink.heard()).isEmpty();
    }

    @Test
    void ignoresEverythingAfterItWasClosed() {
        read(new ClientBytes().frame(TEXT, "half of ").toArray());
        reader.close();

        read(new ClientBytes().frame(FIN | CONTINUATION, "it").text("late").toArray());

        assertThat(sink.heard()).isEmpty();
    }

    @Test
    void stopsBetweenTwoMessagesOfOneReadWhenTheSinkClosesIt() {
        MessageSink closing = new ForwardingSink(sink) {
            @Override
            public void text(Bytes utf8) {
                super.text(utf8);
                reader.close();
            }
        };
        byte[] sent = new ClientBytes().text("first").text("second").toArray();

        reader.read(sent, 0, sent.length, closing);

        assertThat(sink.heard()).containsExactly(new Text("first"));
    }

    @Test
    void endsWhenTheSinkThrows() {
        MessageSink throwing = new ForwardingSink(sink) {
            @Override
            public void text(Bytes utf8) {
                throw new IllegalStateException("full");
            }
        };
        byte[] sent = new ClientBytes().text("first").toArray();
        assertThatIllegalStateException().isThrownBy(() -> reader.read(sent, 0, sent.length, throwing));

        read(new ClientBytes().text("second").toArray());

        assertThat(sink.heard()).isEmpty();
    }

    @Test
    void handsOutPayloadsThatDoNotShareTheBuffer() {
        byte[] sent = new ClientBytes()
                .binary(utf8("whole"))
                .fragments(BINARY, utf8("in pieces"), 2)
                .ping("ping")
                .toArray();

        read(sent);
        Arrays.fill(sent, (byte) 0);

        assertThat(sink.heard())
                .containsExactly(
                        new Binary(Bytes.utf8("whole")),
                        new Binary(Bytes.utf8("in pieces")),
                        new Ping(Bytes.utf8("ping")));
    }

    @Test
    void readsOnlyTheGivenPartOfTheBuffer() {
        byte[] frame = new ClientBytes().text("in the middle").toArray();
        byte[] buffer = new byte[frame.length + 20];
        Arrays.fill(buffer, (byte) 0xFF);
        System.arraycopy(frame, 0, buffer, 10, frame.length);

        reader.read(buffer, 10, frame.length, sink);

        assertThat(sink.heard()).containsExactly(new Text("in the middle"));
    }

    private void read(byte[] sent) {
        reader.read(sent, 0, sent.length, sink);
    }

    private abstract static class ForwardingSink implements MessageSink {

        private final MessageSink target;

        ForwardingSink(MessageSink target) {
            this.target = target;
        }

        @Override
        public void text(Bytes utf8) {
            target.text(utf8);
        }

        @Override
        public void binary(Bytes payload) {
            target.binary(payload);
        }

        @Override
        public void ping(Bytes payload) {
            target.ping(payload);
        }

        @Override
        public void pong(Bytes payload) {
            target.pong(payload);
        }

        @Override
        public void close(int code, String reason) {
            target.close(code, reason);
        }
    }
}
