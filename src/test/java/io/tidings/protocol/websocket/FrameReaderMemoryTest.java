package io.tidings.protocol.websocket;

import static io.tidings.protocol.websocket.ClientBytes.BINARY;
import static io.tidings.protocol.websocket.ClientBytes.CONTINUATION;
import static io.tidings.protocol.websocket.ClientBytes.FIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.Allocation;
import io.tidings.protocol.Bytes;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a client can make a reader allocate, and what the reader keeps. */
class FrameReaderMemoryTest {

    private static final int HUGE = 2_000_000_000;
    private static final int MIB = 1024 * 1024;

    private final MessageSink deaf = new DeafSink();

    @Test
    void allocatesOnlyWhatItHandsOutForAFrameInOneRead() {
        FrameReader reader = new FrameReader(FrameLimits.ofMessage(1000));
        byte[] frame = new ClientBytes().text("4" + "x".repeat(32)).toArray();
        long perMessage = allocatedBy(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        reader.read(frame, 0, frame.length, deaf);
                    }
                })
                / 10_000;

        // an array of 33 bytes with its header, and the Bytes around it
        assertThat(perMessage).isLessThanOrEqualTo(56 + 24);
    }

    @Test
    void allocatesForWhatArrivedAndNotForWhatIsAnnounced() {
        byte[] announced =
                new ClientBytes().hex("82FF 0000000077359400 00000000").toArray();
        byte[] arrived = new byte[1000];

        long allocated = allocatedBy(() -> {
            FrameReader reader = new FrameReader(FrameLimits.ofMessage(HUGE));
            reader.read(announced, 0, announced.length, deaf);
            reader.read(arrived, 0, arrived.length, deaf);
        });

        assertThat(allocated).as("W-03").isLessThan(4096);
    }

    @Test
    void growsByAFactorOfTwoAtMost() {
        byte[] announced =
                new ClientBytes().hex("02FF 0000000077359400 00000000").toArray();
        byte[] arrived = new byte[1000];

        long allocated = allocatedBy(() -> {
            FrameReader reader = new FrameReader(FrameLimits.ofMessage(HUGE));
            reader.read(announced, 0, announced.length, deaf);
            for (int i = 0; i < 4000; i++) {
                reader.read(arrived, 0, arrived.length, deaf);
            }
        });

        // all the arrays of a doubling that ends below 8 MB
        assertThat(allocated).isLessThan(16_000_000);
    }

    @Test
    void allocatesAConstantAmountPerFragment() {
        byte[] first = new ClientBytes().frame(BINARY, "").toArray();
        byte[] fragment = new ClientBytes().frame(CONTINUATION, "x").toArray();

        long allocated = allocatedBy(() -> {
            FrameReader reader = new FrameReader(FrameLimits.ofMessage(1_000_000));
            reader.read(first, 0, first.length, deaf);
            for (int i = 0; i < 10_000; i++) {
                for (int at = 0; at < fragment.length; at++) {
                    reader.read(fragment, at, 1, deaf);
                }
            }
        });

        assertThat(allocated / 10_000).as("W-05").isLessThan(100);
    }

    @Test
    void keepsNothingOfAMessageOnceItIsHandedOn() {
        byte[] end =
                new ClientBytes().frame(FIN | CONTINUATION, new byte[MIB / 2]).toArray();

        assertThat(heapOfReadersThatReadAndThen(reader -> reader.read(end, 0, end.length, deaf)))
                .isLessThan(8 * MIB);
    }

    @Test
    void keepsNothingOfAMessageThatEndedInARefusal() {
        byte[] nonsense = new ClientBytes().frame(0xFF, "").toArray();

        assertThat(heapOfReadersThatReadAndThen(
                        reader -> assertThatThrownBy(() -> reader.read(nonsense, 0, nonsense.length, deaf))
                                .isInstanceOf(WebSocketException.class)))
                .isLessThan(8 * MIB);
    }

    /** The heap that 64 readers hold after half a megabyte of a message each, and what follows it. */
    private long heapOfReadersThatReadAndThen(Consumer<FrameReader> next) {
        byte[] start = new ClientBytes().frame(BINARY, new byte[MIB / 2]).toArray();
        List<FrameReader> readers = new ArrayList<>();
        long before = usedHeap();
        for (int i = 0; i < 64; i++) {
            FrameReader reader = new FrameReader(FrameLimits.ofMessage(MIB));
            reader.read(start, 0, start.length, deaf);
            next.accept(reader);
            readers.add(reader);
        }
        long after = usedHeap();
        assertThat(readers).hasSize(64);
        return after - before;
    }

    private static long allocatedBy(Runnable action) {
        return Allocation.perCall(1, action);
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static final class DeafSink implements MessageSink {

        @Override
        public void text(Bytes utf8) {}

        @Override
        public void binary(Bytes payload) {}

        @Override
        public void ping(Bytes payload) {}

        @Override
        public void pong(Bytes payload) {}

        @Override
        public void close(int code, String reason) {}
    }
}
