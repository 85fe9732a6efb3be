package io.tidings.json;

import jakarta.json.JsonValue;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Buffers within beans: attachments. */
final class ByteBuffers implements JsonbSerializer<ByteBuffer>, JsonbDeserializer<ByteBuffer> {

    @Override
    public void serialize(ByteBuffer buffer, JsonGenerator generator, SerializationContext context) {
        BinaryForm.write(BinaryForm.contents(buffer), generator);
    }

    @Override
    public @Nullable ByteBuffer deserialize(JsonParser parser, DeserializationContext context, Type type) {
        JsonValue value = parser.getValue();
        return JsonValue.NULL.equals(value) ? null : BinaryForm.require(value).asByteBuffer();
    }
}
