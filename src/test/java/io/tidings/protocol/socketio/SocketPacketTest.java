package io.tidings.protocol.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidings.protocol.Bytes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SocketPacketTest {

    private static final Payload OBJECT = Payload.of(Bytes.utf8("{}"));
    private static final Payload EVENT = Payload.of(Bytes.utf8("[\"x\"]"));
    private static final Payload BINARY =
            Payload.of(Bytes.utf8("[\"x\",{\"_placeholder\":true,\"num\":0}]"), List.of(Bytes.EMPTY));

    @Test
    void isEqualToWhatSaysTheSame() {
        assertThat(SocketPacket.event("/", 1, EVENT))
                .isEqualTo(new SocketPacket(SocketPacket.Type.EVENT, "/", 1, Payload.of(Bytes.utf8("[\"x\"]"))))
                .isNotEqualTo(SocketPacket.event("/", 2, EVENT))
                .isNotEqualTo(SocketPacket.event("/", EVENT))
                .isNotEqualTo(SocketPacket.event("/x", 1, EVENT))
                .isNotEqualTo(SocketPacket.event("/", 1, BINARY))
                .isNotEqualTo(SocketPacket.ack("/", 1, EVENT));
    }

    @Test
    void knowsWhetherItHasAnAckId() {
        assertThat(SocketPacket.event("/", 0, EVENT).hasAckId()).isTrue();
        assertThat(SocketPacket.event("/", EVENT).hasAckId()).isFalse();
    }

    @Test
    void showsNothingOfItsPayload() {
        assertThat(SocketPacket.event("/", Payload.of(Bytes.utf8("[\"secret\"]")))
                        .toString())
                .doesNotContain("secret");
    }

    static Stream<Runnable> contradictions() {
        return Stream.of(
                () -> SocketPacket.ack("/", SocketPacket.NO_ACK, EVENT),
                () -> SocketPacket.ack("/", 1, Payload.NONE),
                () -> SocketPacket.event("/", Payload.NONE),
                () -> SocketPacket.event("/", -2, EVENT),
                () -> SocketPacket.event("/", SocketPacket.MAX_ACK_ID + 1, EVENT),
                () -> SocketPacket.connect("/", BINARY),
                () -> SocketPacket.connectError("/", BINARY),
                () -> new SocketPacket(SocketPacket.Type.CONNECT, "/", 1, OBJECT),
                () -> new SocketPacket(SocketPacket.Type.CONNECT_ERROR, "/", 1, OBJECT),
                () -> new SocketPacket(SocketPacket.Type.DISCONNECT, "/", 1, Payload.NONE),
                () -> new SocketPacket(SocketPacket.Type.DISCONNECT, "/", SocketPacket.NO_ACK, OBJECT));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("contradictions")
    void cannotContradictItself(Runnable contradiction) {
        assertThatIllegalArgumentException().isThrownBy(contradiction::run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "admin", "/a,b", "/,", " /"})
    void hasANamespaceThatCanBeReadBack(String namespace) {
        assertThatIllegalArgumentException().isThrownBy(() -> SocketPacket.disconnect(namespace));
    }
}
