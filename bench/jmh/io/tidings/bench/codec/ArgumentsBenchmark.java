package io.tidings.bench.codec;

import io.tidings.json.JsonArguments;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.Payload;
import io.tidings.socketio.ArgumentReader;
import io.tidings.socketio.RawArgument;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reads what a client sent for a handler, and writes what the handler answers or emits; time per argument or payload. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ArgumentsBenchmark {

    /** What the codec reads and writes by itself. */
    public record Message(long id, String text) {}

    /** What it lets JSON-B read and write. */
    public static class Bean {
        public long id;
        public String text = "";
    }

    private final JsonArguments codec = new JsonArguments();
    private final RawArgument string = argument("\"a text of thirty-two characters.\"");
    private final RawArgument object = argument("{\"id\":17,\"text\":\"a text of thirty-two characters.\"}");
    private final ArgumentReader strings = codec.reader(String.class);
    private final ArgumentReader messages = codec.reader(Message.class);
    private final ArgumentReader beans = codec.reader(Bean.class);
    private final String text = string.as(String.class);
    private final Message message = object.as(Message.class);
    private final Bean bean = object.as(Bean.class);

    private RawArgument argument(String json) {
        return new RawArgument(Bytes.utf8(json), List.of(), codec);
    }

    /** A handler that takes a string and answers with it. */
    @Benchmark
    public Payload readsAndAcknowledgesString() {
        return codec.ack(strings.read(string));
    }

    /** A handler that takes an argument as it is and answers with it. */
    @Benchmark
    public Payload forwardsArgument() {
        return codec.ack(string);
    }

    @Benchmark
    public Payload writesEventWithString() {
        return codec.event("message", text);
    }

    @Benchmark
    public Payload writesEventWithRecord() {
        return codec.event("message", message);
    }

    @Benchmark
    public Payload writesEventWithBean() {
        return codec.event("message", bean);
    }

    @Benchmark
    public @Nullable Object readsRecord() {
        return messages.read(object);
    }

    @Benchmark
    public @Nullable Object readsBean() {
        return beans.read(object);
    }
}
