package io.tidings.protocol.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoundTripTest {

    private static final long SEED = Long.getLong("packets.seed", 5);
    private static final String[] NAMESPACES = {"/", "/admin", "/日本", "/1", "/a/b?c=d"};
    private static final String[] SCALARS = {
        "1", "-0.5e3", "null", "true", "\"é\\n\\ud800\"", "\"_placeholder\"", "{}", "[]"
    };

    private static final String DAMAGE = "0123456-/,[]{}\"\\\u0000 e";

    private final Random random = new Random(SEED);

    @Test
    void readsWhatWasWrittenWhateverThatIs() {
        PacketAssembler assembler = Client.assembler();
        for (int round = 0; round < 20_000; round++) {
            SocketPacket packet = packet();
            EncodedPacket encoded = EncodedPacket.of(packet);

            Optional<SocketPacket> read = assembler.text(encoded.text());
            for (Bytes attachment : encoded.attachments()) {
                assertThat(read).isEmpty();
                read = assembler.binary(attachment);
            }

            assertThat(read).as("seed %d, round %d", SEED, round).contains(packet);
            assertThat(assembler.isAssembling()).isFalse();
        }
    }

    @Test
    void throwsNothingButProtocolExceptionsAtDamagedPackets() {
        int refused = 0;
        for (int round = 0; round < 100_000; round++) {
            byte[] text = EncodedPacket.of(packet()).text().toArray();
            for (int damage = random.nextInt(3); damage >= 0; damage--) {
                text[random.nextInt(text.length)] = (byte) DAMAGE.charAt(random.nextInt(DAMAGE.length()));
            }
            Bytes cut = Bytes.wrap(text).from(random.nextInt(8) == 0 ? random.nextInt(text.length) : 0);
            try {
                Client.assembler().text(cut);
            } catch (ProtocolException expected) {
                refused++;
            } catch (RuntimeException | Error e) {
                fail("seed " + SEED + " on " + cut.toUtf8String(), e);
            }
        }
        assertThat(refused).isBetween(10_000, 99_000);
    }

    private SocketPacket packet() {
        String namespace = NAMESPACES[random.nextInt(NAMESPACES.length)];
        long id = random.nextBoolean() ? random.nextInt(20) : random.nextLong() >>> 11;
        return switch (random.nextInt(6)) {
            case 0 -> SocketPacket.connect(namespace, Payload.NONE);
            case 1 -> SocketPacket.connect(namespace, Payload.of(Bytes.utf8("{\"a\":" + scalar() + "}")));
            case 2 -> SocketPacket.disconnect(namespace);
            case 3 -> SocketPacket.event(namespace, payload(true));
            case 4 -> SocketPacket.event(namespace, id, payload(true));
            default -> SocketPacket.ack(namespace, id, payload(false));
        };
    }

    private Payload payload(boolean event) {
        List<Bytes> arguments = new ArrayList<>();
        List<Bytes> attachments = new ArrayList<>();
        for (int left = random.nextInt(12); left > 0; left--) {
            if (random.nextInt(4) == 0 && attachments.size() < 10) {
                arguments.add(Bytes.utf8("{\"_placeholder\":true,\"num\":" + attachments.size() + "}"));
                byte[] attachment = new byte[random.nextInt(20)];
                random.nextBytes(attachment);
                attachments.add(Bytes.wrap(attachment));
            } else {
                arguments.add(Bytes.utf8(scalar()));
            }
        }
        return event ? Payload.event("näme\"\n", arguments, attachments) : Payload.ack(arguments, attachments);
    }

    private String scalar() {
        return SCALARS[random.nextInt(SCALARS.length)];
    }
}
