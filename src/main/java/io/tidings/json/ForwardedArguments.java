package io.tidings.json;

import io.tidings.api.Argument;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.JsonText;
import io.tidings.socketio.RawArgument;
import jakarta.json.JsonReader;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.lang.reflect.Type;

/** Arguments of clients within beans. Other than elsewhere, of their text only the meaning is kept. */
final class ForwardedArguments implements JsonbSerializer<Argument>, JsonbDeserializer<Argument> {

    private final JsonProvider provider;

    ForwardedArguments(JsonProvider provider) {
        this.provider = provider;
    }

    @Override
    public void serialize(Argument argument, JsonGenerator generator, SerializationContext context) {
        JsonText text = new JsonText(64);
        Binding.outgoing().forward(argument, text);
        try (JsonReader reader =
                provider.createReader(new StringReader(text.toBytes().toUtf8String()))) {
            generator.write(reader.readValue());
        }
    }

    @Override
    public Argument deserialize(JsonParser parser, DeserializationContext context, Type type) {
        RawArgument whole = Binding.incoming();
        Bytes text =
                new JsonText(64).appendEncoded(parser.getValue().toString()).toBytes();
        return new RawArgument(text, whole.attachments(), whole.codec());
    }
}
