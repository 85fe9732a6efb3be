package io.tidings.protocol.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.ProtocolException;

/** What a client sends, and what an assembler of its own makes of it. */
final class Client {

    static final int MAX_PAYLOAD = 1_000_000;

    static final PacketLimits LIMITS = PacketLimits.ofPayload(MAX_PAYLOAD);

    private Client() {}

    static PacketAssembler assembler() {
        return new PacketAssembler(LIMITS);
    }

    /** The packet that a text message is. */
    static SocketPacket sends(String text) {
        return assembler().text(Bytes.utf8(text)).orElseThrow();
    }

    /** Why a text message is refused; nothing of it is kept. */
    static String isRefused(String text) {
        return isRefused(Bytes.utf8(text));
    }

    static String isRefused(Bytes text) {
        PacketAssembler assembler = assembler();
        String reason = reason(assembler, text);
        assertThat(assembler.isAssembling()).isFalse();
        assertThat(assembler.pendingBytes()).isZero();
        assertThat(reason).hasSizeLessThan(50).matches("[A-Za-z ]+");
        return reason;
    }

    private static String reason(PacketAssembler assembler, Bytes text) {
        try {
            assembler.text(text);
        } catch (ProtocolException refused) {
            return String.valueOf(refused.getMessage());
        }
        return fail("taken for a packet");
    }
}
