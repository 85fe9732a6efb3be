package io.tidings.socketio;

import io.tidings.api.Argument;
import io.tidings.api.ArgumentException;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.JsonMembers;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An argument as the bytes that came.
 *
 * @param text one JSON value, known to be well-formed
 * @param attachments of the whole packet: the placeholders in the text refer to them by index
 */
public record RawArgument(Bytes text, List<Bytes> attachments, ArgumentCodec codec) implements Argument {

    private static final Bytes NULL = Bytes.utf8("null");

    @Override
    public <T> T as(Class<T> type) {
        @SuppressWarnings("unchecked") // a reader gives what its type says; primitives and their boxes share one
        T value = (T) as((Type) type);
        return value;
    }

    @Override
    public Object as(Type type) {
        Object value = read(codec.reader(type));
        if (value == null) {
            throw new ArgumentException("must not be null");
        }
        return value;
    }

    /** The value as a reader reads it. */
    public @Nullable Object read(ArgumentReader reader) {
        return reader.read(this);
    }

    @Override
    public boolean isNull() {
        return text.equals(NULL);
    }

    @Override
    public Optional<Argument> member(String name) {
        return JsonMembers.find(text, name)
                .map(value -> new RawArgument(value, attachments, codec))
                .filter(value -> !value.isNull())
                .map(value -> value);
    }

    @Override
    public String json() {
        return text.toUtf8String();
    }

    /** Names only the size: contents belong to clients and stay out of logs. */
    @Override
    public String toString() {
        return "RawArgument[" + text.length() + " bytes]";
    }
}
