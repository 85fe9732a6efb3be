package io.tidings.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonMergePatch;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonPatch;
import jakarta.json.JsonPatchBuilder;
import jakarta.json.JsonPointer;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;

/** JSON-P as the server has it, except that its parsers do not cut numbers off. */
final class StrictProvider extends JsonProvider {

    private final JsonProvider server;

    StrictProvider(JsonProvider server) {
        this.server = server;
    }

    @Override
    public JsonParser createParser(Reader reader) {
        return new StrictParser(server.createParser(reader));
    }

    @Override
    public JsonParser createParser(InputStream stream) {
        return new StrictParser(server.createParser(stream));
    }

    @Override
    public JsonParserFactory createParserFactory(Map<String, ?> config) {
        return server.createParserFactory(config);
    }

    @Override
    public JsonGenerator createGenerator(Writer writer) {
        return server.createGenerator(writer);
    }

    @Override
    public JsonGenerator createGenerator(OutputStream stream) {
        return server.createGenerator(stream);
    }

    @Override
    public JsonGeneratorFactory createGeneratorFactory(Map<String, ?> config) {
        return server.createGeneratorFactory(config);
    }

    @Override
    public JsonReader createReader(Reader reader) {
        return server.createReader(reader);
    }

    @Override
    public JsonReader createReader(InputStream stream) {
        return server.createReader(stream);
    }

    @Override
    public JsonWriter createWriter(Writer writer) {
        return server.createWriter(writer);
    }

    @Override
    public JsonWriter createWriter(OutputStream stream) {
        return server.createWriter(stream);
    }

    @Override
    public JsonWriterFactory createWriterFactory(Map<String, ?> config) {
        return server.createWriterFactory(config);
    }

    @Override
    public JsonReaderFactory createReaderFactory(Map<String, ?> config) {
        return server.createReaderFactory(config);
    }

    @Override
    public JsonObjectBuilder createObjectBuilder() {
        return server.createObjectBuilder();
    }

    @Override
    public JsonObjectBuilder createObjectBuilder(JsonObject object) {
        return server.createObjectBuilder(object);
    }

    @Override
    public JsonObjectBuilder createObjectBuilder(Map<String, ?> members) {
        return server.createObjectBuilder(members);
    }

    @Override
    public JsonArrayBuilder createArrayBuilder() {
        return server.createArrayBuilder();
    }

    @Override
    public JsonArrayBuilder createArrayBuilder(JsonArray array) {
        return server.createArrayBuilder(array);
    }

    @Override
    public JsonArrayBuilder createArrayBuilder(Collection<?> elements) {
        return server.createArrayBuilder(elements);
    }

    @Override
    public JsonPointer createPointer(String pointer) {
        return server.createPointer(pointer);
    }

    @Override
    public JsonPatchBuilder createPatchBuilder() {
        return server.createPatchBuilder();
    }

    @Override
    public JsonPatchBuilder createPatchBuilder(JsonArray array) {
        return server.createPatchBuilder(array);
    }

    @Override
    public JsonPatch createPatch(JsonArray array) {
        return server.createPatch(array);
    }

    @Override
    public JsonPatch createDiff(JsonStructure source, JsonStructure target) {
        return server.createDiff(source, target);
    }

    @Override
    public JsonMergePatch createMergePatch(JsonValue patch) {
        return server.createMergePatch(patch);
    }

    @Override
    public JsonMergePatch createMergeDiff(JsonValue source, JsonValue target) {
        return server.createMergeDiff(source, target);
    }

    @Override
    public JsonBuilderFactory createBuilderFactory(Map<String, ?> config) {
        return server.createBuilderFactory(config);
    }

    @Override
    public JsonString createValue(String value) {
        return server.createValue(value);
    }

    @Override
    public JsonNumber createValue(int value) {
        return server.createValue(value);
    }

    @Override
    public JsonNumber createValue(long value) {
        return server.createValue(value);
    }

    @Override
    public JsonNumber createValue(double value) {
        return server.createValue(value);
    }

    @Override
    public JsonNumber createValue(BigDecimal value) {
        return server.createValue(value);
    }

    @Override
    public JsonNumber createValue(BigInteger value) {
        return server.createValue(value);
    }

    @Override
    public JsonNumber createValue(Number value) {
        return server.createValue(value);
    }
}
