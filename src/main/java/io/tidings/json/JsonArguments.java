package io.tidings.json;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.Payload;
import io.tidings.socketio.ArgumentCodec;
import io.tidings.socketio.ArgumentReader;
import io.tidings.socketio.RawArgument;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.spi.JsonProvider;
import java.lang.System.Logger.Level;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Arguments as JSON. Strings, numbers, truth values, binary, optional values, lists, maps, arrays, and arguments of clients that are
 * forwarded never reach JSON-B; neither do records and enums, unless they have annotations of JSON-B or the application has
 * brought a {@link Jsonb} of its own. Safe for use by many threads.
 */
public final class JsonArguments implements ArgumentCodec {

    private static final System.Logger LOG = System.getLogger(JsonArguments.class.getName());

    private static final int EXPECTED_FOR_ONE = 32;

    private final Forms forms;
    private final Binding binding;
    private final Readers readers;

    /** Readers that have been asked for; not more than the application has classes. */
    private final Map<Class<?>, ArgumentReader> readersOfClasses = new ConcurrentHashMap<>();

    /** Over the JSON-B of the server as it comes. */
    public JsonArguments() {
        this(Forms.plain(), fixed(jsonb(new JsonbConfig())), fixed(JsonProvider.provider()));
    }

    /** Over the JSON-B that is there when something is to be written that needs it: a plain program may have none. */
    public static JsonArguments whereverTheyAre() {
        return new JsonArguments(Forms.plain(), new Once<>(new Binders.Plain()), new Once<>(new Binders.Provider()));
    }

    /** Over a JSON-B of the application, which then decides about records and enums too. */
    public JsonArguments(Jsonb jsonb) {
        this(Forms.none(), fixed(jsonb), fixed(JsonProvider.provider()));
        if (!binding.carriesBinary()) {
            LOG.log(
                    Level.WARNING,
                    "The application's Jsonb knows nothing of attachments: byte[] within beans and records is not sent as binary."
                            + " Let JsonArguments.jsonb(config) make it.");
        }
    }

    private static <T> Supplier<T> fixed(T found) {
        return () -> found;
    }

    private JsonArguments(Forms forms, Supplier<Jsonb> jsonb, Supplier<JsonProvider> provider) {
        this.forms = forms;
        this.binding = new Binding(jsonb, provider);
        this.readers = new Readers(forms, binding);
    }

    /**
     * What an application produces that wants JSON-B otherwise: its own configuration, to which is added what lets binary and
     * arguments of clients stand anywhere in a bean. Outside of Socket.IO packets such a Jsonb refuses both.
     */
    public static Jsonb jsonb(JsonbConfig config) {
        return Binders.of(config);
    }

    @Override
    public Payload event(String name, @Nullable Object... arguments) {
        Outgoing out = Outgoing.packet(name.length() + 4 + expectedForAll(arguments));
        out.text().append('[').quoted(name);
        ValueWriter writer = writer(out);
        for (Object argument : arguments) {
            out.text().append(',');
            writer.write(argument);
        }
        out.text().append(']');
        return out.payload();
    }

    @Override
    public Payload ack(@Nullable Object... arguments) {
        Outgoing out = Outgoing.packet(2 + expectedForAll(arguments));
        ValueWriter writer = writer(out);
        char before = '[';
        for (Object argument : arguments) {
            out.text().append(before);
            writer.write(argument);
            before = ',';
        }
        out.text().append(arguments.length == 0 ? "[]" : "]");
        return out.payload();
    }

    @Override
    public Bytes value(@Nullable Object value) {
        Outgoing out = Outgoing.withoutBinary(expectedFor(value));
        writer(out).write(value);
        return out.text().toBytes();
    }

    private ValueWriter writer(Outgoing out) {
        return new ValueWriter(out, forms, binding);
    }

    private static int expectedForAll(@Nullable Object[] arguments) {
        int expected = 0;
        for (Object argument : arguments) {
            expected += 1 + expectedFor(argument);
        }
        return expected;
    }

    private static int expectedFor(@Nullable Object argument) {
        if (argument instanceof String text) {
            return text.length() + 2;
        }
        return argument instanceof RawArgument raw ? raw.text().length() : EXPECTED_FOR_ONE;
    }

    @Override
    public ArgumentReader reader(Type type) {
        return type instanceof Class<?> simple
                ? readersOfClasses.computeIfAbsent(simple, readers::argument)
                : readers.argument(type);
    }
}
