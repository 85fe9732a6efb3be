package io.tidings.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientFramesTest {

    @ParameterizedTest
    @CsvSource({"0, 6", "125, 6", "126, 8", "65535, 8", "65536, 14"})
    void writesTheShortestHeaderThatFits(int length, int headerLength) {
        ByteBuffer target = ByteBuffer.allocate(length + 14);

        ClientFrames.put(target, ClientFrames.BINARY, new byte[length]);

        assertThat(target.position()).isEqualTo(length + headerLength);
        assertThat(target.get(0)).isEqualTo((byte) 0x82);
        assertThat(target.get(1) & 0x80).as("masked").isEqualTo(0x80);
    }

    @Test
    void masksTheContentSoThatUnmaskingGivesItBack() {
        byte[] content = "neither more nor less".getBytes(StandardCharsets.UTF_8);
        ByteBuffer target = ByteBuffer.allocate(64);

        ClientFrames.put(target, ClientFrames.TEXT, content);

        assertThat(unmasked(target)).isEqualTo(content);
        assertThat(Arrays.copyOfRange(target.array(), 6, target.position())).isNotEqualTo(content);
    }

    @ParameterizedTest
    @CsvSource({
        "4, 32, ''",
        "'', 32, ''",
        "4, 8, ''",
        "4, 7, ''",
        "'', 200, ''",
        "4, 70000, ''",
        "'42#####[\"echo\",\"', 32, '\"]'",
        "'#####', 9, 'x'",
        "'1#####', 7, ''",
        "'1234567#####', 200, ''"
    })
    void stampsEachMessageOfTheDataFrame(String head, int size, String tail) {
        Payload payload = new Payload(head, size, tail);
        ClientFrames frames = new ClientFrames(payload, false);
        ByteBuffer target = ByteBuffer.allocate(2 * frames.length());

        frames.put(target, 1);
        target.clear().position(3);
        frames.put(target, 0xCAFE0002);

        assertThat(target.position()).isEqualTo(3 + frames.length());
        byte[] message = unmasked(target.slice(3, frames.length()).position(frames.length()));
        assertThat(payload.matches(message, 0, message.length, 0xCAFE0002)).isTrue();
    }

    private static byte[] unmasked(ByteBuffer frame) {
        int length = frame.position();
        int announced = frame.get(1) & 0x7F;
        int maskAt = announced <= 125 ? 2 : announced == 126 ? 4 : 10;
        byte[] content = new byte[length - maskAt - 4];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (frame.get(maskAt + 4 + i) ^ frame.get(maskAt + i % 4));
        }
        return content;
    }
}
