package io.tidings.protocol.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.tidings.protocol.Bytes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random streams with fixed seeds: what a reader does depends on the bytes alone, and never is a bug. */
class FrameReaderFuzzTest {

    private static final FrameLimits LIMITS = new FrameLimits(5000, 20);
    private static final DeflateAgreement AGREEMENT = new DeflateAgreement(true, true, false);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void answersRandomBytesWithNothingButARefusal(boolean compressed) {
        Random random = new Random(6455);
        for (int round = 0; round < 100_000; round++) {
            byte[] sent = new byte[random.nextInt(64)];
            random.nextBytes(sent);
            if (sent.length > 1 && random.nextBoolean()) {
                // most streams die at the first two bytes unless these are sensible
                sent[0] = (byte) (random.nextBoolean() ? 0x81 : 0xC2);
                sent[1] |= (byte) 0x80;
            }
            survives(compressed, sent);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void answersDamagedStreamsWithNothingButARefusal(boolean compressed) {
        Random random = new Random(7692);
        for (int round = 0; round < 20_000; round++) {
            byte[] sent = stream(random, compressed, new ArrayList<>());
            for (int damage = random.nextInt(4); damage > 0; damage--) {
                sent[random.nextInt(sent.length)] = (byte) random.nextInt();
            }
            survives(compressed, sent);
        }
    }

    @Test
    void hearsTheSameHoweverAStreamIsCut() {
        Random random = new Random(1);
        for (int round = 0; round < 5000; round++) {
            byte[] sent = stream(random, true, new ArrayList<>());
            sent[random.nextInt(sent.length)] ^= (byte) (1 << random.nextInt(8));
            List<Object> whole = hear(true, sent, Slicing.WHOLE);
            for (Slicing slicing : Slicing.values()) {
                assertThat(hear(true, sent, slicing)).isEqualTo(whole);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void hearsExactlyWhatWasSent(boolean compressed) {
        Random random = new Random(2);
        for (int round = 0; round < 5000; round++) {
            List<Object> expected = new ArrayList<>();
            byte[] sent = stream(random, compressed, expected);
            for (Slicing slicing : Slicing.values()) {
                assertThat(hear(compressed, sent, slicing)).isEqualTo(expected);
            }
        }
    }

    private static void survives(boolean compressed, byte[] sent) {
        try {
            hear(compressed, sent, Slicing.RANDOM_SMALL);
        } catch (RuntimeException | Error e) {
            fail("on " + HexFormat.of().formatHex(sent), e);
        }
    }

    private static List<Object> hear(boolean compressed, byte[] sent, Slicing slicing) {
        try (FrameReader reader = compressed ? new FrameReader(LIMITS, AGREEMENT) : new FrameReader(LIMITS)) {
            return slicing.read(reader, sent);
        }
    }

    private static byte[] stream(Random random, boolean compressed, List<Object> expected) {
        ClientBytes sent = new ClientBytes();
        try (ClientDeflater client = new ClientDeflater(true, 6)) {
            for (int left = 1 + random.nextInt(6); left > 0; left--) {
                String text = text(random);
                byte[] payload = ClientBytes.utf8(text);
                boolean binary = random.nextBoolean();
                boolean squeezed = compressed && random.nextBoolean();
                int first = (binary ? ClientBytes.BINARY : ClientBytes.TEXT) | (squeezed ? ClientBytes.RSV1 : 0);
                byte[] body = squeezed ? client.compress(payload) : payload;
                sent.fragments(first, body, 1 + body.length / (1 + random.nextInt(10)));
                expected.add(binary ? new RecordingSink.Binary(Bytes.wrap(payload)) : new RecordingSink.Text(text));
                if (random.nextInt(4) == 0) {
                    sent.ping("ping");
                    expected.add(new RecordingSink.Ping(Bytes.utf8("ping")));
                }
            }
        }
        return sent.toArray();
    }

    private static String text(Random random) {
        String[] alphabet = {"a", "4", "é", "日", "😀"};
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(random.nextInt(8) == 0 ? 300 : 40); left > 0; left--) {
            text.append(alphabet[random.nextInt(alphabet.length)]);
        }
        return text.toString();
    }
}
