package io.tidings.json;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.JsonScanner.Token;
import io.tidings.socketio.ArgumentReader;
import io.tidings.socketio.RawArgument;
import org.jspecify.annotations.Nullable;

/**
 * Reads values that are a single token. An argument that is one is not even scanned.
 *
 * @param required true for primitive types, which have no null
 */
record ScalarReader(Conversion conversion, boolean required) implements ValueReader, ArgumentReader {

    /** Makes a value of a token. */
    @FunctionalInterface
    interface Conversion {

        /** The value, null for null; a {@link Mismatch} if the token does not fit. */
        @Nullable
        Object value(Token token, Bytes literal);
    }

    @Override
    public @Nullable Object read(Incoming in) {
        return read(in.token(), in.literal());
    }

    @Override
    public @Nullable Object read(RawArgument argument) {
        Bytes text = argument.text();
        boolean spaced = text.at(0) <= ' ' || text.at(text.length() - 1) <= ' ';
        return spaced ? read(new Incoming(argument)) : read(tokenOf(text), text);
    }

    private @Nullable Object read(Token token, Bytes literal) {
        Object value = conversion.value(token, literal);
        if (value == null && required) {
            throw new Mismatch("must not be null");
        }
        return value;
    }

    /** The first token of a well-formed value. */
    private static Token tokenOf(Bytes text) {
        return switch (text.at(0)) {
            case '"' -> Token.STRING;
            case '{' -> Token.START_OBJECT;
            case '[' -> Token.START_ARRAY;
            case 't' -> Token.TRUE;
            case 'f' -> Token.FALSE;
            case 'n' -> Token.NULL;
            default -> Token.NUMBER;
        };
    }

    @Override
    public @Nullable Object absent() {
        if (required) {
            throw new Mismatch("is missing");
        }
        return null;
    }
}
