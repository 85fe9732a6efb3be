package io.tidings.protocol.websocket;

import static io.tidings.protocol.websocket.ClientBytes.ofHex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.websocket.ServerFrames.Frame;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 3", "125, 127", "126, 130", "65535, 65539", "65536, 65546", "2147483637, 2147483647"})
    void tellsTheExactSizeOfAFrame(int payloadLength, int size) {
        assertThat(Frames.size(payloadLength)).isEqualTo(size);
    }

    @Test
    void refusesTheSizeOfAFrameThatNoArrayHolds() {
        assertThatThrownBy(() -> Frames.size(Integer.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536, 1_000_000})
    void writesPayloadsOfEveryLength(int length) {
        byte[] payload = new byte[length];
        new Random(length).nextBytes(payload);

        byte[] frame = Frames.of(Opcode.BINARY, Bytes.wrap(payload));

        assertThat(ServerFrames.of(frame)).containsExactly(new Frame(0x82, Bytes.wrap(payload)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 123, 124, 125, 65_533, 65_534, 65_535})
    void writesAPrefixBeforeThePayload(int length) {
        Bytes payload = Bytes.utf8("y".repeat(length));
        byte[] target = new byte[Frames.size(length + 1)];

        int end = Frames.put(target, 0, Opcode.TEXT, (byte) '4', payload);

        assertThat(end).isEqualTo(target.length);
        assertThat(ServerFrames.of(target)).containsExactly(new Frame(0x81, Bytes.utf8("4" + "y".repeat(length))));
    }

    @Test
    void putsFramesOneBehindTheOtherIntoOneArray() {
        Bytes first = Bytes.utf8("one");
        Bytes second = Bytes.utf8("two".repeat(100));
        Bytes third = Bytes.wrap(ofHex("F248CDC9C90700"));
        byte[] target = new byte[1 + Frames.size(4) + Frames.size(300) + Frames.size(7)];

        int at = Frames.put(target, 1, Opcode.TEXT, (byte) '4', first);
        at = Frames.put(target, at, Opcode.BINARY, second);
        at = Frames.putCompressed(target, at, Opcode.TEXT, third);

        assertThat(at).isEqualTo(target.length);
        assertThat(ServerFrames.of(Arrays.copyOfRange(target, 1, at)))
                .containsExactly(new Frame(0x81, Bytes.utf8("4one")), new Frame(0x82, second), new Frame(0xC1, third));
    }

    @Test
    void writesControlFrames() {
        assertThat(Frames.of(Opcode.PING, Bytes.utf8("hi"))).isEqualTo(ofHex("89 02 6869"));
        assertThat(Frames.of(Opcode.PONG, Bytes.EMPTY)).isEqualTo(ofHex("8A 00"));
        assertThat(Frames.close(1000, "bye")).isEqualTo(ofHex("88 05 03E8 627965"));
        assertThat(Frames.close(CloseCode.NONE, "")).isEqualTo(ofHex("88 00"));
    }

    @ParameterizedTest(name = "W-10 pong with {0} bytes")
    @ValueSource(ints = {0, 1, 124, 125})
    void answersAPingWithTheBytesThatCame(int length) {
        byte[] payload = new byte[length];
        new Random(length).nextBytes(payload);
        byte[] ping = new ClientBytes().frame(0x89, payload).toArray();
        RecordingSink.Ping heard =
                (RecordingSink.Ping) Slicing.SINGLE_BYTES.read(reader(), ping).get(0);

        byte[] pong = Frames.of(Opcode.PONG, heard.payload());

        assertThat(ServerFrames.of(pong)).containsExactly(new Frame(0x8A, Bytes.wrap(payload)));
    }

    @ParameterizedTest(name = "W-14 reason of {0} characters")
    @ValueSource(ints = {0, 1, 61})
    void echoesACloseWithNoForeignBytes(int length) {
        byte[] close = new ClientBytes().close(4000, "ä".repeat(length)).toArray();
        RecordingSink.Close heard =
                (RecordingSink.Close) Slicing.SINGLE_BYTES.read(reader(), close).get(0);

        byte[] echo = Frames.close(heard.code(), heard.reason());

        assertThat(echo).hasSize(4 + 2 * length);
        assertThat(ServerFrames.of(echo).get(0).payload().from(2).toUtf8String())
                .isEqualTo("ä".repeat(length));
    }

    @ParameterizedTest
    @CsvSource({"x, 123", "ä, 122", "日, 123", "😀, 120", "x😀, 121"})
    void cutsALongReasonBetweenTwoCharacters(String part, int bytesLeft) {
        byte[] close = Frames.close(1011, part.repeat(200));

        assertThat(close).hasSize(4 + bytesLeft);
        assertThat(part.repeat(200))
                .startsWith(ServerFrames.of(close).get(0).payload().from(2).toUtf8String());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999, 1004, 1006, 1015, 2999, 5000})
    void sendsNoCodeThatMayNotTravel(int code) {
        assertThatIllegalArgumentException().isThrownBy(() -> Frames.close(code, ""));
    }

    @Test
    void writesNoControlFrameThatIsTooLong() {
        Bytes tooLong = Bytes.wrap(new byte[126]);

        assertThatIllegalArgumentException().isThrownBy(() -> Frames.of(Opcode.PING, tooLong));
    }

    private static FrameReader reader() {
        return new FrameReader(FrameLimits.ofMessage(1000));
    }
}
