package io.tidings.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {

    private final Payload payload = new Payload("4", 32, false);

    @Test
    void recognisesItsOwnMessage() {
        byte[] message = message(payload, 7);

        assertThat(payload.matches(message, 0, message.length, 7)).isTrue();
    }

    @Test
    void recognisesItsMessageInTheMiddleOfOtherBytes() {
        byte[] message = message(payload, 7);
        ByteBuffer around = ByteBuffer.allocate(100);
        around.position(11);
        around.put(message);

        assertThat(payload.matches(around.array(), 11, message.length, 7)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, 8, 7 + (1 << 16), -7})
    void refusesTheMessageOfAnotherStamp(int stamp) {
        byte[] message = message(payload, 7);

        assertThat(payload.matches(message, 0, message.length, stamp)).isFalse();
    }

    @Test
    void refusesAMessageInWhichAnyByteDiffers() {
        for (int i = 0; i < payload.length(); i++) {
            byte[] message = message(payload, 7);
            message[i] ^= 1;

            assertThat(payload.matches(message, 0, message.length, 7))
                    .as("byte %d", i)
                    .isFalse();
        }
    }

    @Test
    void refusesAMessageOfAnotherLength() {
        byte[] message = message(payload, 7);

        assertThat(payload.matches(message, 0, message.length - 1, 7)).isFalse();
    }

    @Test
    void staysUnstampedWhereNoStampFits() {
        Payload small = new Payload("4", 7, false);

        assertThat(message(small, 1)).isEqualTo(message(small, 2)).hasSize(8);
    }

    @Test
    void fillsATextWithPlainLetters() {
        assertThat(new String(message(payload, 0x1234), StandardCharsets.US_ASCII))
                .matches("4[a-z]{32}");
    }

    @Test
    void numbersAnEventForItsAcknowledgement() {
        Payload event = new Payload("42#####[\"echo\",\"", 9, "\"]");

        assertThat(text(event, 1)).isEqualTo("4210001[\"echo\",\"aaaaaaabi\"]");
        assertThat(text(event, (3 << 16) + 0xFFFF)).isEqualTo("4275535[\"echo\",\"aaadppppi\"]");
    }

    @Test
    void refusesAnAcknowledgementInWhichAnyByteDiffers() {
        Payload answer = new Payload("43#####[\"", 32, "\"]");
        for (int i = 0; i < answer.length(); i++) {
            byte[] message = message(answer, 7);
            assertThat(answer.matches(message, 0, message.length, 7)).isTrue();
            message[i] ^= 1;

            assertThat(answer.matches(message, 0, message.length, 7))
                    .as("byte %d", i)
                    .isFalse();
        }
    }

    @Test
    void refusesAnAcknowledgementWhoseNumberIsNone() {
        Payload answer = new Payload("43#####[\"", 7, "\"]");
        byte[] message = message(answer, 0);
        message[6] = '0' - 10;
        message[5] = '1';

        assertThat(answer.matches(message, 0, message.length, 0)).isFalse();
    }

    private static String text(Payload payload, int stamp) {
        return new String(message(payload, stamp), StandardCharsets.US_ASCII);
    }

    private static byte[] message(Payload payload, int stamp) {
        ByteBuffer target = ByteBuffer.allocate(payload.length());
        payload.put(target, stamp);
        return target.array();
    }
}
