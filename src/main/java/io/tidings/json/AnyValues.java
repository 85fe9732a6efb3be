package io.tidings.json;

import io.tidings.protocol.Bytes;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whatever a client has put where a bean has an {@code Object}: what {@link AnyReader} reads. */
final class AnyValues implements JsonbDeserializer<Object> {

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context, Type type) {
        return value(parser.getValue());
    }

    private static @Nullable Object value(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> object(value);
            case ARRAY -> list(value.asJsonArray());
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> ((JsonNumber) value).bigDecimalValue();
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> null;
        };
    }

    private static List<@Nullable Object> list(List<JsonValue> elements) {
        List<@Nullable Object> list = new ArrayList<>(elements.size());
        elements.forEach(element -> list.add(value(element)));
        return list;
    }

    private static Object object(JsonValue object) {
        Optional<Bytes> attachment = BinaryForm.read(object);
        if (attachment.isPresent()) {
            return attachment.get().toArray();
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        object.asJsonObject().forEach((name, member) -> members.put(name, value(member)));
        return members;
    }
}
