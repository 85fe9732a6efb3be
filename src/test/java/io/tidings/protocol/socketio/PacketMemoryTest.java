package io.tidings.protocol.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.Allocation;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.ProtocolException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a client can make an assembler allocate, and what the assembler keeps. */
class PacketMemoryTest {

    private static final int MIB = 1024 * 1024;
    private static final int ROUNDS = 100;

    private final PacketAssembler assembler = Client.assembler();

    @Test
    void allocatesLittleForAnEventHoweverLongItIs() {
        Bytes small = Bytes.utf8("2[\"message\",1]");
        Bytes large = Bytes.utf8("2[\"message\",\"" + "x".repeat(100_000) + "\"]");

        // the packet, its payload and a few short-lived objects
        assertThat(Allocation.perCall(ROUNDS, () -> assembler.text(small))).isLessThanOrEqualTo(300);
        assertThat(Allocation.perCall(ROUNDS, () -> assembler.text(large))).isLessThanOrEqualTo(300);
    }

    @Test
    void allocatesLittleForNesting() {
        Bytes deep = Bytes.utf8("2[\"x\"," + "[".repeat(499) + "]".repeat(499) + "]");

        assertThat(Allocation.perCall(ROUNDS, () -> assembler.text(deep))).isLessThanOrEqualTo(600);
    }

    @Test
    void doesNotDecodeANameToRefuseIt() {
        Bytes reserved = Bytes.utf8("2[\"disconnecting\"]");

        assertThat(Allocation.perCall(ROUNDS, () -> {
                    try {
                        assembler.text(reserved);
                    } catch (ProtocolException expected) {
                        // what is measured is the way there
                    }
                }))
                .isLessThanOrEqualTo(300);
    }

    @Test
    @DisplayName("P-43 elements are found without being made")
    void allocatesLittleForManyElements() {
        int count = 300_000;
        Payload payload = Payload.of(Bytes.utf8("[" + "{},".repeat(count - 1) + "{}]"));

        assertThat(Allocation.perCall(
                        ROUNDS, () -> assertThat(payload.elements().size()).isEqualTo(count)))
                .isLessThanOrEqualTo(30L * count);
    }

    @Test
    void keepsOfALargeBodyOnlyThePacketThatWaits() {
        List<PacketAssembler> waiting = new ArrayList<>();
        byte[] header =
                Bytes.utf8("51-[\"x\",{\"_placeholder\":true,\"num\":0}]").toArray();
        long before = usedHeap();
        for (int i = 0; i < 64; i++) {
            byte[] body = new byte[MIB];
            System.arraycopy(header, 0, body, 1000, header.length);
            PacketAssembler next = Client.assembler();
            next.text(Bytes.wrap(body, 1000, header.length));
            waiting.add(next);
        }
        long after = usedHeap();

        assertThat(waiting).allMatch(PacketAssembler::isAssembling);
        assertThat(after - before).isLessThan(8 * MIB);
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
