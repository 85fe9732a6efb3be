package io.tidings.bench.codec;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.EncodedPacket;
import io.tidings.protocol.socketio.PacketAssembler;
import io.tidings.protocol.socketio.PacketLimits;
import io.tidings.protocol.socketio.SocketPacket;
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

/** Reads and writes one event with an argument of some length, and takes its array apart; time per event. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SocketPacketBenchmark {

    @Param({"16", "1000", "60000"})
    public int size;

    private final PacketAssembler assembler = new PacketAssembler(PacketLimits.ofPayload(1_000_000));
    private Bytes text = Bytes.EMPTY;
    private SocketPacket packet = SocketPacket.disconnect("/");

    @Setup
    public void fill() {
        text = Bytes.utf8("2[\"message\",{\"id\":17,\"text\":\"" + "x".repeat(size) + "\"}]");
        packet = assembler.text(text).orElseThrow();
    }

    @Benchmark
    public SocketPacket decodes() {
        return assembler.text(text).orElseThrow();
    }

    @Benchmark
    public EncodedPacket encodes() {
        return EncodedPacket.of(packet);
    }

    @Benchmark
    public List<Bytes> splits() {
        return packet.payload().elements();
    }
}
