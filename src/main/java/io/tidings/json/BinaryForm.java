package io.tidings.json;

import io.tidings.protocol.Bytes;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** What stands for an attachment within what JSON-B reads and writes. */
final class BinaryForm {

    private BinaryForm() {}

    /** What can be read from a buffer, which is left as it is. */
    static Bytes contents(ByteBuffer buffer) {
        byte[] contents = new byte[buffer.remaining()];
        buffer.duplicate().get(contents);
        return Bytes.wrap(contents);
    }

    /** Adds an attachment to the payload that is being written, and writes its placeholder. */
    static void write(Bytes attachment, JsonGenerator generator) {
        int num = Binding.outgoing().attach(attachment);
        generator
                .writeStartObject()
                .write(PlaceholderObject.MARK, true)
                .write(PlaceholderObject.NUM, num)
                .writeEnd();
    }

    /** The attachment for which a value stands in the argument that is being read; empty if for none. */
    static Optional<Bytes> read(JsonValue value) {
        List<Bytes> attachments = Binding.incoming().attachments();
        if (attachments.isEmpty()
                || !(value instanceof JsonObject object)
                || !JsonValue.TRUE.equals(object.get(PlaceholderObject.MARK))
                || !(object.get(PlaceholderObject.NUM) instanceof JsonNumber num)) {
            return Optional.empty();
        }
        int index = PlaceholderObject.index(num.bigDecimalValue());
        return index >= 0 && index < attachments.size() ? Optional.of(attachments.get(index)) : Optional.empty();
    }

    /** The attachment for which a value must stand. */
    static Bytes require(JsonValue value) {
        return read(value).orElseThrow(() -> new Mismatch("must be binary"));
    }
}
