package io.tidings.json;

import io.tidings.api.ArgumentException;
import io.tidings.socketio.RawArgument;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.Type;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * JSON-B and JSON-P as they are asked for help. Whatever they say when something cannot be read or written, they say it in their
 * words and with the client's, so that callers are told in ours.
 */
final class Binding {

    private static final Current<Outgoing> WRITING = new Current<>();
    private static final Current<RawArgument> READING = new Current<>();

    private final Supplier<Jsonb> jsonb;
    private final Supplier<JsonProvider> provider;

    Binding(Supplier<Jsonb> jsonb, Supplier<JsonProvider> provider) {
        this.jsonb = jsonb;
        this.provider = provider;
    }

    /** What this thread is writing, for what JSON-B calls back. */
    static Outgoing outgoing() {
        return WRITING.get().orElseThrow(Binding::outside);
    }

    /** What this thread is reading, for what JSON-B calls back. */
    static RawArgument incoming() {
        return READING.get().orElseThrow(Binding::outside);
    }

    private static JsonbException outside() {
        return new JsonbException("binary and arguments of clients can be bound within Socket.IO packets only");
    }

    /** Whether JSON-B writes binary as we do. */
    boolean carriesBinary() {
        Outgoing probe = Outgoing.packet(64);
        try {
            write(new byte[0], probe);
            return probe.hasAttachments();
        } catch (IllegalArgumentException unwritable) {
            return false;
        }
    }

    void write(Object value, Outgoing out) {
        try {
            WRITING.during(out, () -> {
                writeWithJsonb(value, out);
                return out;
            });
        } catch (RuntimeException | StackOverflowError | NoClassDefFoundError unwritable) {
            throw new IllegalArgumentException(value.getClass().getName() + " cannot be written as JSON", unwritable);
        }
    }

    private void writeWithJsonb(Object value, Outgoing out) {
        try (Writer writer = out.text().writer()) {
            jsonb.get().toJson(value, writer);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Nullable
    Object read(RawArgument value, Type type) {
        return orMismatch(
                type, () -> READING.during(value, () -> jsonb.get().<@Nullable Object>fromJson(value.json(), type)));
    }

    JsonValue parsed(RawArgument value) {
        return orMismatch(JsonValue.class, () -> {
            try (JsonReader reader = provider.get().createReader(new StringReader(value.json()))) {
                return reader.readValue();
            }
        });
    }

    private static <T extends @Nullable Object> T orMismatch(Type type, Supplier<T> read) {
        try {
            return read.get();
        } catch (RuntimeException unreadable) {
            throw refusal(unreadable, type);
        }
    }

    /** What the application or we have thrown is somewhere behind what JSON-B makes of it. */
    private static ArgumentException refusal(RuntimeException unreadable, Type type) {
        Throwable cause = unreadable;
        while (cause != null) {
            if (cause instanceof ArgumentException refusal) {
                return refusal;
            }
            cause = cause.getCause();
        }
        return new Mismatch("is not a valid " + Types.raw(type).getSimpleName(), unreadable);
    }
}
