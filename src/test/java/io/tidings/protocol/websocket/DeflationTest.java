package io.tidings.protocol.websocket;

import static io.tidings.protocol.websocket.ClientBytes.FIN;
import static io.tidings.protocol.websocket.ClientBytes.RSV1;
import static io.tidings.protocol.websocket.ClientBytes.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.websocket.RecordingSink.Binary;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeflationTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void compressesWhatAReaderUnderstandsAgain(boolean context) {
        DeflateAgreement agreement = new DeflateAgreement(context, context, false);
        Random random = new Random(1951);
        try (Deflation deflation = new Deflation(agreement, 1);
                FrameReader reader = new FrameReader(FrameLimits.ofMessage(1_000_000), agreement)) {
            for (int round = 0; round < 500; round++) {
                Bytes payload = payload(random);
                byte[] frame = new ClientBytes()
                        .frame(FIN | RSV1 | 2, deflation.deflate(payload).toArray())
                        .toArray();
                assertThat(Slicing.RANDOM_LARGE.read(reader, frame)).containsExactly(new Binary(payload));
            }
        }
    }

    @Test
    void compressesAPrefixWithThePayload() {
        DeflateAgreement agreement = new DeflateAgreement(false, false, false);
        try (Deflation deflation = new Deflation(agreement, 1);
                FrameReader reader = new FrameReader(FrameLimits.ofMessage(1000), agreement)) {
            Bytes compressed = deflation.deflate((byte) '4', Bytes.utf8("x".repeat(500)));

            byte[] frame = new ClientBytes()
                    .frame(FIN | RSV1 | TEXT, compressed.toArray())
                    .toArray();

            assertThat(compressed.length()).isLessThan(50);
            assertThat(Slicing.WHOLE.read(reader, frame))
                    .containsExactly(new RecordingSink.Text("4" + "x".repeat(500)));
        }
    }

    @Test
    void refersToEarlierMessagesOnlyWhereTheContextIsKept() {
        Bytes payload = payload(new Random(5));
        try (Deflation keeping = new Deflation(new DeflateAgreement(true, true, false), 1);
                Deflation dropping = new Deflation(new DeflateAgreement(false, true, false), 1)) {
            Bytes first = dropping.deflate(payload);

            assertThat(dropping.deflate(payload)).isEqualTo(first);
            assertThat(keeping.deflate(payload)).isEqualTo(first);
            assertThat(keeping.deflate(payload).length()).isLessThan(first.length() / 2);
        }
    }

    @Test
    void isWorthwhileFromTheThresholdOn() {
        DeflateAgreement agreement = new DeflateAgreement(true, true, false);
        try (Deflation deflation = new Deflation(agreement, 1024);
                Deflation eager = new Deflation(agreement, 0)) {
            assertThat(deflation.isWorthwhile(1023)).isFalse();
            assertThat(deflation.isWorthwhile(1024)).isTrue();
            assertThat(eager.isWorthwhile(0)).as("an empty message").isFalse();
        }
    }

    @Test
    void keepsNoContextOnceItIsClosed() {
        Bytes payload = payload(new Random(5));
        Deflation deflation = new Deflation(new DeflateAgreement(true, true, false), 1);
        Bytes first = deflation.deflate(payload);
        deflation.close();

        assertThat(deflation.deflate(payload)).isEqualTo(first);
        assertThat(deflation.deflate(payload)).isEqualTo(first);
        assertThatCode(deflation::close).doesNotThrowAnyException();
    }

    private static Bytes payload(Random random) {
        byte[] payload = new byte[random.nextInt(8) == 0 ? 0 : random.nextInt(5000)];
        int alphabet = 1 + random.nextInt(256);
        for (int i = 0; i < payload.length; i++) {
            payload[i] = (byte) random.nextInt(alphabet);
        }
        return Bytes.wrap(payload);
    }
}
