package io.tidings.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerFramesTest {

    private final List<String> received = new ArrayList<>();
    private final ServerFrames frames = new ServerFrames((opcode, bytes, from, length) ->
            received.add(opcode + ":" + new String(bytes, from, length, StandardCharsets.US_ASCII)));

    @Test
    void readsAllFramesOfOneBuffer() {
        byte[] bytes = bytes(0x81, 2, 'h', 'i', 0x89, 0, 0x82, 1, 'x');

        assertThat(frames.read(bytes, 0, bytes.length)).isEqualTo(bytes.length);
        assertThat(received).containsExactly("1:hi", "9:", "2:x");
    }

    @Test
    void leavesAnIncompleteFrameUnread() {
        byte[] bytes = bytes(0x81, 2, 'h', 'i', 0x81, 3, 'n', 'o');

        assertThat(frames.read(bytes, 0, bytes.length)).isEqualTo(4);
        assertThat(received).containsExactly("1:hi");
    }

    @ParameterizedTest
    @ValueSource(ints = {126, 65_535, 65_536, 1_000_000})
    void readsLongLengths(int length) {
        ByteBuffer frame = ByteBuffer.allocate(length + 10).put((byte) 0x82);
        if (length < 65_536) {
            frame.put((byte) 126).putShort((short) length);
        } else {
            frame.put((byte) 127).putLong(length);
        }
        int end = frame.position() + length;

        assertThat(frames.read(frame.array(), 0, end - 1)).isZero();
        assertThat(frames.read(frame.array(), 0, end)).isEqualTo(end);
        assertThat(received)
                .singleElement()
                .satisfies(message -> assertThat(message).hasSize(length + 2));
    }

    @Test
    void joinsFragmentsAroundAControlFrame() {
        byte[] bytes = bytes(0x01, 1, 'a', 0x8A, 0, 0x00, 1, 'b', 0x80, 1, 'c');

        frames.read(bytes, 0, bytes.length);

        assertThat(received).containsExactly("10:", "1:abc");
    }

    @Test
    void refusesAMaskedFrame() {
        byte[] bytes = bytes(0x81, 0x80, 0, 0, 0, 0);

        assertThatThrownBy(() -> frames.read(bytes, 0, bytes.length)).hasMessage("the server masked a frame");
    }

    @Test
    void refusesReservedBits() {
        byte[] bytes = bytes(0xC1, 0);

        assertThatThrownBy(() -> frames.read(bytes, 0, bytes.length)).hasMessageStartingWith("reserved bits");
    }

    @Test
    void refusesALengthThatNoServerMeans() {
        byte[] bytes = bytes(0x82, 127, 0x80, 0, 0, 0, 0, 0, 0, 0);

        assertThatThrownBy(() -> frames.read(bytes, 0, bytes.length)).hasMessageContaining("9223372036854775808");
    }

    private static byte[] bytes(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        for (int value : values) {
            bytes.put((byte) value);
        }
        return bytes.array();
    }
}
