package io.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressed WebSocket messages, on a node that agrees to them. */
@On(Setup.STRICT)
class CompressionIT extends HostileInput {

    private static final String[] OFFER = {
        "Origin: http://localhost", "Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=15"
    };
    private static final int COMPRESSED_TEXT = 0xc1;

    private final WebSocketWire session;

    CompressionIT(Node node) {
        super(node);
        this.session = WebSocketWire.session(node.port(), "/engine.io/?EIO=4&transport=websocket", OFFER);
    }

    private void endsWith(Integer... codes) {
        assertThat(session.closeCode()).isIn((Object[]) codes);
        session.connection().close();
    }

    @Test
    @DisplayName("W-20 agrees where it is switched on")
    void agrees() {
        assertThat(session.handshake().header("sec-websocket-extensions")).startsWith("permessage-deflate");
        session.send(new Frame(COMPRESSED_TEXT, Bombs.message(100)));
        assertThat(session.next()).isEqualTo(Frame.text("4" + "a".repeat(100)));
        session.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000_000, 64 << 20})
    @DisplayName("W-20 stops inflating at the limit")
    void stopsInflating(int size) {
        session.send(new Frame(COMPRESSED_TEXT, Bombs.message(size)));
        endsWith(1009);
    }

    @Test
    @DisplayName("W-21 stops inflating a message in a thousand fragments at the limit")
    void stopsInflatingFragments() {
        byte[] bomb = Bombs.message(64 << 20);
        int step = bomb.length / 1_000 + 1;
        for (int at = 0; at < bomb.length; at += step) {
            byte[] part = Arrays.copyOfRange(bomb, at, Math.min(at + step, bomb.length));
            int first = (at == 0 ? 0x41 : 0x00) | (at + step >= bomb.length ? 0x80 : 0x00);
            if (!session.connection().trySend(new Frame(first, part).masked())) {
                break;
            }
        }
        endsWith(1009, 1006);
    }

    @ParameterizedTest
    @ValueSource(strings = {"07", "FF FF FF", "AA 01 02"})
    @DisplayName("W-21 ends a connection whose compressed data is none")
    void refusesCorruptStreams(String payload) {
        session.send(new Frame(COMPRESSED_TEXT, Frame.hex(payload)));
        endsWith(1007, 1002);
    }

    @Test
    @DisplayName("W-21 takes the compression mark on the first frame of a message alone")
    void refusesTheMarkInTheMiddle() {
        session.hex("41 81 00 00 00 00 AA").hex("C0 81 00 00 00 00 AA");
        endsWith(1002);
    }
}
