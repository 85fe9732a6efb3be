package io.tidings.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidings.api.ArgumentException;
import io.tidings.json.JsonArguments;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.Payload;
import io.tidings.socketio.RawArgument;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.json.bind.config.PropertyNamingStrategy;
import java.io.File;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** That arguments are bound by the JSON-B of the server as by the one of the unit tests. */
@ArquillianTest
class JsonBindingIT {

    private static final byte[] ONE = {1};
    private static final byte[] TWO = {2};
    private static final String BINARY = "{\"_placeholder\":true,\"num\":0}";

    @SuppressWarnings("ArrayRecordComponent") // nobody compares images
    public record Image(@JsonbProperty("file-name") String name, int width, byte @Nullable [] pixels) {}

    @SuppressWarnings("ArrayRecordComponent") // nobody compares scans
    @JsonbPropertyOrder({"pixels", "width"})
    public record Scan(int width, byte[] pixels) {}

    public static class Album {
        public int year;
        public byte @Nullable [] cover;
        public @Nullable Object any;
        public List<Image> images = List.of();
    }

    private final JsonArguments codec = new JsonArguments();

    @Deployment
    static WebArchive application() {
        return ShrinkWrap.create(WebArchive.class, "json-binding.war")
                .addAsLibrary(new File("target/tidings-classes.jar"), "tidings.jar");
    }

    private static RawArgument argument(JsonArguments codec, String json, byte[]... attachments) {
        List<Bytes> bytes = List.of(attachments).stream().map(Bytes::copyOf).toList();
        return new RawArgument(Bytes.utf8(json), bytes, codec);
    }

    private <T> T read(Class<T> type, String json, byte[]... attachments) {
        return argument(codec, json, attachments).as(type);
    }

    @Test
    void recordsGoBothWays() {
        Payload payload = codec.event("e", new Image("a", 5, ONE));

        assertEquals(
                "[\"e\",{\"file-name\":\"a\",\"width\":5,\"pixels\":" + BINARY + "}]",
                payload.json().toUtf8String());
        Image image = read(Image.class, "{\"file-name\":\"b\",\"width\":7,\"pixels\":" + BINARY + "}", TWO);
        assertEquals("b", image.name());
        assertArrayEquals(TWO, image.pixels());
    }

    @Test
    void recordsThatAreForJsonbGoBothWays() {
        Payload payload = codec.event("e", new Scan(5, ONE));

        assertEquals(
                "[\"e\",{\"pixels\":" + BINARY + ",\"width\":5}]",
                payload.json().toUtf8String());
        assertEquals(1, payload.attachments().size());
        Scan scan = read(Scan.class, "{\"width\":7,\"pixels\":" + BINARY + "}", TWO);
        assertEquals(7, scan.width());
        assertArrayEquals(TWO, scan.pixels());
    }

    @Test
    void beansHaveBinaryInThem() {
        Album album = new Album();
        album.cover = ONE;
        album.any = List.of(TWO);
        album.images = List.of(new Image("a", 5, TWO));

        Payload payload = codec.ack(album);

        assertEquals(
                "[{\"any\":[" + BINARY
                        + "],\"cover\":{\"_placeholder\":true,\"num\":1},\"images\":[{\"file-name\":\"a\","
                        + "\"pixels\":{\"_placeholder\":true,\"num\":2},\"width\":5}],\"year\":0}]",
                payload.json().toUtf8String());
        Album read = read(Album.class, "{\"year\":2026,\"any\":{\"a\":" + BINARY + "}}", ONE);
        Map<?, ?> any = assertInstanceOf(Map.class, read.any);
        assertArrayEquals(ONE, (byte[]) any.get("a"));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        for (String json :
                List.of("[]", "[{}]", "{\"year\":4294967297}", "{\"year\":1.5}", "{\"images\":5}", "\"x\"")) {
            ArgumentException refusal = assertThrows(ArgumentException.class, () -> read(Album.class, json));
            assertEquals("is not a valid Album", refusal.getMessage());
        }
        for (String json : List.of("{\"any\":1e999999999}", "{\"any\":" + "9".repeat(100_000) + "}")) {
            assertThrows(ArgumentException.class, () -> read(Album.class, json));
        }
        String deep = "{\"any\":".repeat(499) + "null" + "}".repeat(499);
        assertThrows(ArgumentException.class, () -> read(Album.class, deep));
    }

    @Test
    void halfCharactersSurvive() {
        Album album = read(Album.class, "{\"any\":\"\\ud800 \\u00e9\"}");

        assertEquals("\ud800 é", album.any);
        assertEquals(
                "{\"any\":\"\\ud800 é\",\"images\":[],\"year\":0}",
                codec.value(album).toUtf8String());
    }

    @Test
    void anApplicationMayConfigureJsonbAndKeepBinary() {
        JsonbConfig config = new JsonbConfig().withPropertyNamingStrategy(PropertyNamingStrategy.UPPER_CAMEL_CASE);
        JsonArguments configured = new JsonArguments(JsonArguments.jsonb(config));

        Payload payload = configured.ack(new Image("a", 5, ONE));

        assertEquals(
                "[{\"Pixels\":" + BINARY + ",\"Width\":5,\"file-name\":\"a\"}]",
                payload.json().toUtf8String());
        assertArrayEquals(
                TWO,
                argument(configured, "{\"Pixels\":" + BINARY + "}", TWO)
                        .as(Image.class)
                        .pixels());
    }
}
