package io.tidings.protocol.websocket;

import static io.tidings.protocol.websocket.ClientBytes.ofHex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {

    private final CharsetDecoder jdk = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer decoded = CharBuffer.allocate(256);

    @Test
    void agreesWithTheJdkOnEverySequenceOfUpToTwoBytes() {
        for (int i = 0; i <= 0xFFFF; i++) {
            agrees(new byte[] {(byte) (i >> 8), (byte) i});
            agrees(new byte[] {(byte) i});
        }
    }

    @Test
    void agreesWithTheJdkOnEverySequenceOfThreeBytesThatNoAsciiStartsOrEnds() {
        for (int i = 0x800000; i <= 0xFFFFFF; i++) {
            if ((i & 0x80) != 0) {
                agrees(new byte[] {(byte) (i >> 16), (byte) (i >> 8), (byte) i});
            }
        }
    }

    @Test
    void agreesWithTheJdkOnSequencesOfFourBytes() {
        int[] edges = {0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xF0, 0xFF};
        for (int lead = 0; lead <= 0xFF; lead++) {
            for (int second = 0; second <= 0xFF; second++) {
                for (int third : edges) {
                    for (int fourth : edges) {
                        agrees(new byte[] {(byte) lead, (byte) second, (byte) third, (byte) fourth});
                    }
                }
            }
        }
    }

    @Test
    void agreesWithTheJdkOnRandomMixturesOfTextAndRubbish() {
        Random random = new Random(3629);
        for (int round = 0; round < 200_000; round++) {
            byte[] bytes = randomText(random).getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 0 && random.nextInt(3) > 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            agrees(bytes);
        }
    }

    @Test
    void reachesTheSameStateHoweverTheBytesAreCut() {
        Random random = new Random(8);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = randomText(random).getBytes(StandardCharsets.UTF_8);
            int whole = Utf8.advance(Utf8.COMPLETE, bytes, 0, bytes.length);
            int state = Utf8.COMPLETE;
            for (int at = 0; at < bytes.length; ) {
                int count = Math.min(bytes.length - at, random.nextInt(10));
                state = Utf8.advance(state, bytes, at, count);
                at += count;
            }
            assertThat(state).isEqualTo(whole);
        }
    }

    @Test
    void turnsInvalidAtTheFirstByteThatCannotStandThere() {
        byte[] tooLargeCodePoint = ofHex("CEBA F4 90");

        assertThat(Utf8.advance(Utf8.COMPLETE, tooLargeCodePoint, 0, 3)).isNotEqualTo(Utf8.INVALID);
        assertThat(Utf8.advance(Utf8.COMPLETE, tooLargeCodePoint, 0, 4)).isEqualTo(Utf8.INVALID);
    }

    private void agrees(byte[] bytes) {
        if (Utf8.isValid(bytes, 0, bytes.length) != jdkDecodes(bytes)) {
            fail("disagreement about %s", HexFormat.of().formatHex(bytes));
        }
    }

    private boolean jdkDecodes(byte[] bytes) {
        jdk.reset();
        decoded.clear();
        return jdk.decode(ByteBuffer.wrap(bytes), decoded, true).isUnderflow();
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(40); left > 0; left--) {
            int bound = new int[] {0x80, 0x800, 0x10000, 0x110000}[random.nextInt(4)];
            int codePoint = random.nextInt(bound);
            text.appendCodePoint(Character.isSurrogate((char) codePoint) && codePoint < 0x10000 ? 'x' : codePoint);
        }
        return text.toString();
    }
}
