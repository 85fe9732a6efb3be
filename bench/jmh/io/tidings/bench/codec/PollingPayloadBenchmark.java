package io.tidings.bench.codec;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.engineio.PollingPayload;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reads and writes one body of long polling with messages of 32 bytes; time per body. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PollingPayloadBenchmark {

    private static final int MOST = 10_000;

    @Param({"1", "4", "100"})
    public int packets;

    @Param({"false", "true"})
    public boolean binary;

    private List<EnginePacket> decoded = List.of();
    private Bytes encoded = Bytes.EMPTY;

    @Setup
    public void fill() {
        Bytes message = Bytes.utf8("abcdefghijklmnopqrstuvwxyz012345");
        decoded = Collections.nCopies(packets, binary ? EnginePacket.binary(message) : EnginePacket.text(message));
        encoded = Bytes.wrap(PollingPayload.encode(decoded));
    }

    @Benchmark
    public byte[] encodes() {
        return PollingPayload.encode(decoded);
    }

    @Benchmark
    public List<EnginePacket> decodes() {
        return PollingPayload.decode(encoded, MOST);
    }
}
