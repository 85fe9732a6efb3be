package io.tidings.bench.codec;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.websocket.FrameLimits;
import io.tidings.protocol.websocket.FrameReader;
import io.tidings.protocol.websocket.MessageSink;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Reads a buffer of four masked text frames, as one read brings them under load; time per frame. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FrameReaderBenchmark {

    private static final int FRAMES = 4;
    private static final int MASK = 0x5AC3_71E9;

    @Param({"33", "1000", "60000"})
    public int size;

    /** The whole buffer at once, or in pieces of so many bytes. */
    @Param({"1000000", "100"})
    public int slice;

    private byte[] wire = new byte[0];
    private final FrameReader reader = new FrameReader(FrameLimits.ofMessage(1_000_000));

    @Setup
    public void fill() {
        ByteBuffer target = ByteBuffer.allocate(FRAMES * (size + 14));
        for (int i = 0; i < FRAMES; i++) {
            target.put((byte) 0x81);
            if (size <= 125) {
                target.put((byte) (0x80 | size));
            } else {
                target.put((byte) 0xFE).putShort((short) size);
            }
            target.putInt(MASK);
            for (int at = 0; at < size; at++) {
                target.put((byte) ('a' ^ (MASK >> (8 * (3 - at % 4)))));
            }
        }
        wire = new byte[target.position()];
        target.flip().get(wire);
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public void readsText(Blackhole hole) {
        // a copy, because the reader may unmask in place
        byte[] buffer = wire.clone();
        MessageSink sink = new Swallow(hole);
        for (int at = 0; at < buffer.length; at += slice) {
            reader.read(buffer, at, Math.min(slice, buffer.length - at), sink);
        }
    }

    private record Swallow(Blackhole hole) implements MessageSink {
        @Override
        public void text(Bytes utf8) {
            hole.consume(utf8);
        }

        @Override
        public void binary(Bytes bytes) {
            hole.consume(bytes);
        }

        @Override
        public void ping(Bytes payload) {
            hole.consume(payload);
        }

        @Override
        public void pong(Bytes payload) {
            hole.consume(payload);
        }

        @Override
        public void close(int code, String reason) {
            hole.consume(code);
        }
    }
}
