package io.tidings.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.Payload;
import io.tidings.socketio.ArgumentCodec;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import java.io.StringWriter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose attachments are whose: calls within calls, on one thread and on many. */
class NestedCallsTest {

    public static class Parcel {
        public byte @Nullable [] before;
        public @Nullable Sealed inside;
        public byte @Nullable [] behind;
    }

    /** Something whose serializer uses the codec itself. */
    public record Sealed(int size) {}

    private final class Sealing implements JsonbSerializer<Sealed>, JsonbDeserializer<Sealed> {

        @Override
        public void serialize(Sealed sealed, JsonGenerator generator, SerializationContext context) {
            Payload nested = codec().event("nested", new Parcel(), new byte[sealed.size()]);
            generator.write(nested.attachments().size() + " "
                    + nested.attachments().get(0).length());
        }

        @Override
        public Sealed deserialize(JsonParser parser, DeserializationContext context, Type type) {
            parser.getValue();
            Parcel nested = client().reads(Parcel.class, "{\"before\":" + attachment(0) + "}", new byte[] {7, 7});
            return new Sealed(Objects.requireNonNull(nested.before).length);
        }
    }

    private final AtomicReference<@Nullable ArgumentCodec> codec = new AtomicReference<>();
    private final Jsonb jsonb = JsonArguments.jsonb(sealing());
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    NestedCallsTest() {
        codec.set(new JsonArguments(jsonb));
    }

    private JsonbConfig sealing() {
        Sealing sealing = new Sealing();
        return new JsonbConfig().withSerializers(sealing).withDeserializers(sealing);
    }

    private ArgumentCodec codec() {
        return Objects.requireNonNull(codec.get());
    }

    private Client client() {
        return new Client(codec());
    }

    private static String attachment(int num) {
        return "{\"_placeholder\":true,\"num\":" + num + "}";
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static Parcel parcel(int number) {
        Parcel parcel = new Parcel();
        parcel.before = new byte[] {(byte) number};
        parcel.inside = new Sealed(3);
        parcel.behind = new byte[] {(byte) number, 0};
        return parcel;
    }

    @Test
    void aSerializerThatUsesTheCodecLeavesThePayloadAroundItAlone() {
        Payload payload = codec().event("e", parcel(5));

        assertThat(payload.json().toUtf8String())
                .isEqualTo("[\"e\",{\"before\":" + attachment(0) + ",\"behind\":" + attachment(1)
                        + ",\"inside\":\"1 3\"}]");
        assertThat(payload.attachments()).containsExactly(Bytes.wrap(new byte[] {5}), Bytes.wrap(new byte[] {5, 0}));
    }

    @Test
    void aDeserializerThatUsesTheCodecLeavesTheArgumentAroundItAlone() {
        Parcel parcel = client().reads(
                        Parcel.class,
                        "{\"before\":" + attachment(1) + ",\"inside\":1,\"behind\":" + attachment(0) + "}",
                        new byte[] {1},
                        new byte[] {2});

        assertThat(parcel.before).containsExactly(2);
        assertThat(parcel.inside).isEqualTo(new Sealed(2));
        assertThat(parcel.behind).containsExactly(1);
    }

    @Test
    void outsideOfACallThereIsNoBinary() {
        client().gets(parcel(1));

        assertThatThrownBy(() -> jsonb.toJson(parcel(1), new StringWriter())).isInstanceOf(JsonbException.class);
        assertThatThrownBy(() -> jsonb.fromJson("{\"before\":[1]}", Parcel.class))
                .isInstanceOf(JsonbException.class);
    }

    @Test
    void threadsDoNotSeeEachOthersAttachments() throws Exception {
        CyclicBarrier start = new CyclicBarrier(4);
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            int number = thread;
            tasks.add(() -> {
                start.await(10, TimeUnit.SECONDS);
                boolean own = true;
                for (int round = 0; round < 500; round++) {
                    List<Bytes> attachments = codec().event("e", parcel(number)).attachments();
                    own &= attachments.equals(
                            List.of(Bytes.wrap(new byte[] {(byte) number}), Bytes.wrap(new byte[] {(byte) number, 0})));
                    Parcel read = client().reads(
                                    Parcel.class, "{\"behind\":" + attachment(0) + "}", new byte[] {(byte) number, 1});
                    own &= Arrays.equals(read.behind, new byte[] {(byte) number, 1});
                }
                return own;
            });
        }

        for (Future<Boolean> result : threads.invokeAll(tasks)) {
            assertThat(result.get()).isTrue();
        }
    }

    @Test
    void afterAFailureNothingIsLeftBehind() {
        Current<String> current = new Current<>();

        assertThatThrownBy(() -> current.during(
                        "a",
                        () -> current.during("b", () -> {
                            throw new IllegalStateException(current.get().orElseThrow());
                        })))
                .hasMessage("b");
        assertThat(current.get()).isEmpty();
        assertThat(current.<String>during(
                        "a", () -> current.during("b", () -> "") + current.get().orElseThrow()))
                .isEqualTo("a");
    }
}
