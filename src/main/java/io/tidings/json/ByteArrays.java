package io.tidings.json;

import io.tidings.protocol.Bytes;
import jakarta.json.JsonValue;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Arrays of bytes within beans: attachments. */
final class ByteArrays implements JsonbSerializer<byte[]>, JsonbDeserializer<byte[]> {

    @Override
    public void serialize(byte[] array, JsonGenerator generator, SerializationContext context) {
        BinaryForm.write(Bytes.copyOf(array), generator);
    }

    @Override
    public byte @Nullable [] deserialize(JsonParser parser, DeserializationContext context, Type type) {
        JsonValue value = parser.getValue();
        return JsonValue.NULL.equals(value) ? null : BinaryForm.require(value).toArray();
    }
}
