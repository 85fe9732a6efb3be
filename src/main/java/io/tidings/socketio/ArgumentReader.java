package io.tidings.socketio;

import org.jspecify.annotations.Nullable;

/** Reads arguments of one type. Safe for use by many threads. */
@FunctionalInterface
public interface ArgumentReader {

    /**
     * The value of the argument; null only for JSON's null, and never for a primitive type.
     *
     * @throws io.tidings.api.ArgumentException when the argument is not of this reader's type; its message says what was expected and
     *     repeats nothing that the client sent
     */
    @Nullable
    Object read(RawArgument argument);
}
