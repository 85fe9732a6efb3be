package io.tidings.bench.codec;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.websocket.Frames;
import io.tidings.protocol.websocket.Opcode;
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

/** Writes four Engine.IO messages as frames into one array of their exact size; time per frame. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FramesBenchmark {

    private static final int FRAMES = 4;

    @Param({"32", "1000", "60000"})
    public int size;

    private Bytes payload = Bytes.EMPTY;

    @Setup
    public void fill() {
        payload = Bytes.utf8("x".repeat(size));
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public byte[] writesText() {
        byte[] target = new byte[FRAMES * Frames.size(size + 1)];
        int at = 0;
        for (int i = 0; i < FRAMES; i++) {
            at = Frames.put(target, at, Opcode.TEXT, (byte) '4', payload);
        }
        return target;
    }
}
