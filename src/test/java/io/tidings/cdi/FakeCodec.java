package io.tidings.cdi;

import io.tidings.api.ArgumentException;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.Payload;
import io.tidings.socketio.ArgumentCodec;
import io.tidings.socketio.ArgumentReader;
import io.tidings.socketio.RawArgument;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads texts without escapes, whole numbers; writes nothing. */
final class FakeCodec implements ArgumentCodec {

    @Override
    public ArgumentReader reader(Type type) {
        if (type == String.class) {
            return argument -> isNull(argument) ? null : text(argument.json());
        }
        if (type == int.class || type == Integer.class) {
            return argument -> isNull(argument) ? null : number(argument.json());
        }
        throw new IllegalArgumentException("no reader for " + type.getTypeName());
    }

    private static boolean isNull(RawArgument argument) {
        return argument.isNull();
    }

    private static String text(String json) {
        if (json.startsWith("\"")) {
            return json.substring(1, json.length() - 1);
        }
        throw new ArgumentException("expected a text");
    }

    private static Integer number(String json) {
        try {
            return Integer.valueOf(json);
        } catch (NumberFormatException e) {
            throw new ArgumentException("expected a number", e);
        }
    }

    RawArgument argument(String json) {
        return new RawArgument(Bytes.utf8(json), List.of(), this);
    }

    @Override
    public Payload event(String name, @Nullable Object... arguments) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Payload ack(@Nullable Object... arguments) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Bytes value(@Nullable Object value) {
        throw new UnsupportedOperationException();
    }
}
