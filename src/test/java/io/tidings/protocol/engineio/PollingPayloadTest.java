package io.tidings.protocol.engineio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollingPayloadTest {

    private static final String SEPARATOR = "\u001e";

    @Test
    void readsThePacketsOfABodyInTheirOrder() {
        assertThat(decode("4hello" + SEPARATOR + "3" + SEPARATOR + "bAQIDBA==" + SEPARATOR + "4é"))
                .containsExactly(
                        EnginePacket.text("hello"),
                        EnginePacket.PONG,
                        EnginePacket.binary(Bytes.wrap(new byte[] {1, 2, 3, 4})),
                        EnginePacket.text("é"));
    }

    @Test
    void takesEmptyMessagesForMessages() {
        assertThat(decode("4")).containsExactly(EnginePacket.text(""));
        assertThat(decode("b")).containsExactly(EnginePacket.binary(Bytes.EMPTY));
    }

    @DisplayName("E-04 refuses bodies that are not packets")
    @ParameterizedTest(name = "E-04 [{0}]")
    @ValueSource(
            strings = {
                "",
                SEPARATOR,
                "4a" + SEPARATOR,
                SEPARATOR + "4a",
                "4a" + SEPARATOR + SEPARATOR + "4b",
                "b!",
                "bA",
                "bAQ",
                "bAQI",
                "bAQ=",
                "b====",
                "bAQ==AQ==",
                "bAQ I",
                "bAQID\r\n",
                "b-_-_",
                "abc",
                "7"
            })
    void refusesBodiesThatAreNotPackets(String body) {
        assertThatThrownBy(() -> decode(body)).isInstanceOf(ProtocolException.class);
    }

    @Test
    @DisplayName("E-03 stops at the first packet over the limit")
    void stopsAtTheFirstPacketOverTheLimit() {
        String three = "6" + SEPARATOR + "6" + SEPARATOR + "6";

        assertThat(PollingPayload.decode(Bytes.utf8(three), 3)).hasSize(3);
        assertThatThrownBy(() -> PollingPayload.decode(Bytes.utf8(three), 2))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("2 packets");
    }

    @Test
    void writesWhatTheReferenceWrites() {
        byte[] body = PollingPayload.encode(List.of(
                EnginePacket.text("hello"), EnginePacket.PING, EnginePacket.binary(Bytes.wrap(new byte[] {1, 2, 3, 4
                }))));

        assertThat(new String(body, StandardCharsets.UTF_8))
                .isEqualTo("4hello" + SEPARATOR + "2" + SEPARATOR + "bAQIDBA==");
    }

    @Test
    void writesNothingForNothing() {
        assertThat(PollingPayload.encode(List.of())).isEmpty();
    }

    @Test
    void readsWhatItWroteWhateverThatIs() {
        Random random = new Random(20);
        for (int round = 0; round < 500; round++) {
            List<EnginePacket> packets = randomPackets(random);

            Bytes body = Bytes.wrap(PollingPayload.encode(packets));

            assertThat(PollingPayload.decode(body, packets.size())).isEqualTo(packets);
        }
    }

    @Test
    void tellsTheSizeThatAPacketWillHave() {
        Random random = new Random(21);
        for (EnginePacket packet : randomPackets(random)) {
            assertThat(PollingPayload.encode(List.of(packet))).hasSize(PollingPayload.encodedSize(packet));
        }
    }

    @Test
    void throwsNothingButProtocolExceptionsAtRandomBytes() {
        Random random = new Random(22);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] body = new byte[random.nextInt(12)];
            for (int i = 0; i < body.length; i++) {
                body[i] = (byte) "0123456bAQ==\u001e\u007f".charAt(random.nextInt(14));
            }
            refused += isRefused(body) ? 1 : 0;
        }
        assertThat(refused).isBetween(1_000, 19_000);
    }

    private static boolean isRefused(byte[] body) {
        try {
            return PollingPayload.decode(Bytes.wrap(body), 100).isEmpty();
        } catch (ProtocolException refused) {
            return true;
        }
    }

    private static List<EnginePacket> randomPackets(Random random) {
        List<EnginePacket> packets = new ArrayList<>();
        do {
            byte[] data = new byte[random.nextInt(40)];
            random.nextBytes(data);
            packets.add(
                    random.nextBoolean()
                            ? EnginePacket.binary(Bytes.wrap(data))
                            : EnginePacket.text("ü" + random.nextInt()));
        } while (random.nextInt(5) > 0);
        return packets;
    }

    private static List<EnginePacket> decode(String body) {
        return PollingPayload.decode(Bytes.utf8(body), 100);
    }
}
