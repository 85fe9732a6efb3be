package io.tidings.json;

import io.tidings.protocol.socketio.JsonScanner.Token;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads values of JSON Processing. The object that stands for an attachment stays that object. */
record JsonValueReader(Class<?> type, Binding binding) implements ValueReader {

    private static final Map<Class<?>, String> EXPECTATIONS = Map.of(
            JsonObject.class, "must be an object",
            JsonArray.class, "must be a list",
            JsonStructure.class, "must be an object or a list",
            JsonString.class, "must be a string",
            JsonNumber.class, "must be a number");

    @Override
    public @Nullable Object read(Incoming in) {
        JsonValue value = in.token() == Token.NULL ? JsonValue.NULL : binding.parsed(in.checkedWhole());
        if (type.isInstance(value)) {
            return value;
        }
        if (JsonValue.NULL.equals(value)) {
            return null;
        }
        throw new Mismatch(EXPECTATIONS.getOrDefault(type, "is not a " + type.getSimpleName()));
    }
}
