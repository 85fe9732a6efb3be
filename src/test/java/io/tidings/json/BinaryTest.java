package io.tidings.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.api.ArgumentException;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.Payload;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Attachments, wherever in an argument they stand. */
class BinaryTest {

    private static final byte[] ONE = {1, 1};
    private static final byte[] TWO = {2};

    @SuppressWarnings("ArrayRecordComponent") // nobody compares images
    private record Image(
            String name, byte[] pixels, @Nullable ByteBuffer alpha) {}

    public static class Album {
        public byte @Nullable [] cover;
        public @Nullable ByteBuffer back;
        public @Nullable Object any;
        public List<byte[]> pages = List.of();
        public Map<String, Object> extras = Map.of();
        public byte[][] grid = {};
        public @Nullable Album next;
    }

    private final JsonArguments codec = new JsonArguments();
    private final Client client = new Client(codec);

    private static String attachment(int num) {
        return "{\"_placeholder\":true,\"num\":" + num + "}";
    }

    private static Bytes bytes(int... values) {
        byte[] array = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            array[i] = (byte) values[i];
        }
        return Bytes.wrap(array);
    }

    @Test
    void isWrittenFromWhereverItStands() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("a", TWO);
        map.put("b", List.of(new Image("i", ONE, ByteBuffer.wrap(TWO))));

        Payload payload = codec.event("e", ONE, "text", Optional.of(ByteBuffer.wrap(TWO)), map, new byte[][] {ONE});

        assertThat(payload.json().toUtf8String())
                .isEqualTo("[\"e\"," + attachment(0) + ",\"text\"," + attachment(1) + ",{\"a\":" + attachment(2)
                        + ",\"b\":[{\"name\":\"i\",\"pixels\":" + attachment(3) + ",\"alpha\":" + attachment(4)
                        + "}]},["
                        + attachment(5) + "]]");
        assertThat(payload.attachments())
                .containsExactly(bytes(1, 1), bytes(2), bytes(2), bytes(1, 1), bytes(2), bytes(1, 1));
        assertThat(codec.ack(ONE).attachments()).containsExactly(bytes(1, 1));
    }

    @Test
    void isWrittenFromBeansToo() {
        Album album = new Album();
        album.cover = ONE;
        album.any = TWO;
        album.pages = List.of(ONE, TWO);
        album.extras = Map.of("x", List.of(TWO));
        album.next = new Album();
        album.next.back = ByteBuffer.wrap(TWO).asReadOnlyBuffer();

        Payload payload = codec.event("e", TWO, album, ONE);

        assertThat(payload.json().toUtf8String())
                .startsWith("[\"e\"," + attachment(0) + ",{\"any\":" + attachment(1) + ",\"cover\":" + attachment(2))
                .contains("\"back\":" + attachment(4), "\"pages\":[" + attachment(5) + "," + attachment(6) + "]")
                .endsWith("}," + attachment(7) + "]");
        assertThat(payload.attachments()).hasSize(8).endsWith(bytes(1, 1));
    }

    @Test
    void whatIsSentDoesNotChangeWithTheArrayOrBuffer() {
        byte[] array = {1, 2, 3};
        ByteBuffer buffer = ByteBuffer.wrap(array).position(1);

        Payload payload = codec.event("e", array, buffer);
        array[1] = 9;

        assertThat(payload.attachments()).containsExactly(bytes(1, 2, 3), bytes(2, 3));
        assertThat(buffer.position()).isEqualTo(1);
    }

    @Test
    void isReadWhereverItStands() {
        assertThat(client.reads(byte[].class, attachment(0), ONE)).containsExactly(ONE);
        assertThat(client.reads(ByteBuffer.class, attachment(0), ONE)).isEqualTo(ByteBuffer.wrap(ONE));
        assertThat(client.reads(Object.class, attachment(0), ONE)).isEqualTo(ONE);
        assertThat(client.reads(byte[][].class, "[" + attachment(1) + "," + attachment(0) + "]", ONE, TWO))
                .isDeepEqualTo(new byte[][] {TWO, ONE});
        Map<?, ?> map = client.reads(Map.class, "{\"a\":[" + attachment(0) + "]}", ONE);
        assertThat((List<?>) map.get("a")).first().isEqualTo(ONE);
        Image image = client.reads(
                Image.class, "{\"pixels\":" + attachment(0) + ",\"alpha\":" + attachment(1) + "}", ONE, TWO);
        assertThat(image.pixels()).containsExactly(ONE);
        assertThat(image.alpha()).isEqualTo(ByteBuffer.wrap(TWO));
        assertThat(client.reads(Client.generic(ArrayList.class, byte[].class), "[" + attachment(0) + "]", ONE))
                .isInstanceOfSatisfying(
                        ArrayList.class,
                        list -> assertThat((byte[]) list.get(0)).containsExactly(ONE));
    }

    @Test
    void isReadIntoBeansToo() {
        String json = "{\"cover\":" + attachment(3) + ",\"back\":" + attachment(2) + ",\"any\":{\"a\":" + attachment(1)
                + "},\"pages\":[null," + attachment(0) + "],\"grid\":[" + attachment(4) + "],\"extras\":{\"x\":"
                + attachment(5) + "}}";

        Album album = client.reads(Album.class, json, ONE, TWO, ONE, TWO, ONE, TWO);

        assertThat(album.cover).containsExactly(TWO);
        assertThat(album.back).isEqualTo(ByteBuffer.wrap(ONE));
        assertThat(((Map<?, ?>) Objects.requireNonNull(album.any)).get("a")).isEqualTo(TWO);
        assertThat(album.pages).hasSize(2).last().isEqualTo(ONE);
        assertThat(album.grid).isDeepEqualTo(new byte[][] {ONE});
        assertThat(album.extras).extractingByKey("x").isEqualTo(TWO);
    }

    @Test
    void eachReaderGetsAnArrayOfItsOwn() {
        var argument = client.sends(attachment(0), ONE).get(0);

        argument.as(byte[].class)[0] = 9;

        assertThat(argument.as(byte[].class)).containsExactly(ONE);
        assertThat(argument.as(ByteBuffer.class).isReadOnly()).isTrue();
    }

    @Test
    void mayBeNull() {
        assertThat(client.reads((Type) byte[].class, "null")).isNull();
        assertThat(client.reads((Type) ByteBuffer.class, "null")).isNull();
        assertThat(client.reads(Album.class, "{\"cover\":null,\"back\":null,\"any\":null}").cover)
                .isNull();
    }

    @Test
    void nothingElseIsTakenForBinary() {
        for (String json : List.of("\"AQE=\"", "[1,1]", "{}", "1", attachment(0))) {
            refuses(byte[].class, json);
            refuses(ByteBuffer.class, json);
            refuses(Client.generic(List.class, byte[].class), "[" + json + "]");
            refuses(Album.class, "{\"cover\":" + json + "}");
            refuses(Album.class, "{\"pages\":[" + json + "]}");
        }
        refuses(byte[].class, "{\"_placeholder\":true,\"num\":1e999}");
        // another argument has the attachment
        for (String json : List.of("{\"_placeholder\":false,\"num\":0}", "{\"num\":0.5,\"a\":[]}", "{}")) {
            var argument = client.sends(json + "," + attachment(0), ONE).get(0);
            assertThatThrownBy(() -> argument.as(byte[].class)).hasMessage("must be binary");
            assertThat(argument.as(Object.class)).isInstanceOf(Map.class);
        }
    }

    @Test
    void aPlaceholderMayHaveOtherMembersAndAnyOrder() {
        String json = "{\"num\":0,\"x\":[{}],\"_\\u0070laceholder\":true}";

        assertThat(client.reads(byte[].class, json, ONE)).containsExactly(ONE);
        assertThat(client.reads(Object.class, json, ONE)).isEqualTo(ONE);
        assertThat(client.reads(Album.class, "{\"cover\":" + json + "}", ONE).cover)
                .containsExactly(ONE);
    }

    @Test
    void asAValueOfJsonProcessingItStaysAPlaceholder() {
        assertThat(client.reads(JsonObject.class, attachment(0), ONE).getInt("num"))
                .isZero();
    }

    @Test
    @DisplayName("P-17 what looks like a placeholder where there is no attachment is an object like any other")
    void placeholdersOfTextPacketsAreObjects() {
        Map<?, ?> map = client.reads(Map.class, attachment(0));

        assertThat(map.keySet()).asString().isEqualTo("[_placeholder, num]");
        Payload payload = codec.event("e", map);
        assertThat(payload.json().toUtf8String()).isEqualTo("[\"e\"," + attachment(0) + "]");
        assertThat(payload.hasAttachments()).isFalse();
    }

    @Test
    void whatOnlyLooksLikeAPlaceholderIsRefusedNextToAttachments() {
        Map<?, ?> map = client.reads(Map.class, attachment(0));
        JsonObject json = Json.createObjectBuilder().add("_placeholder", true).build();

        for (Object lookalike :
                Arrays.asList(map, json, client.sends(attachment(1)).get(0))) {
            assertThatThrownBy(() -> codec.event("e", ONE, lookalike))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("an argument looks like the placeholder of an attachment");
        }
    }

    @Test
    void cannotBeWhereThereAreNoAttachments() {
        Album album = new Album();
        album.cover = ONE;

        for (Object value : List.of(
                ONE,
                List.of(ByteBuffer.wrap(ONE)),
                client.sends(attachment(0), ONE).get(0))) {
            assertThatThrownBy(() -> codec.value(value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("binary cannot be sent here");
        }
        assertThatThrownBy(() -> codec.value(album)).isInstanceOf(IllegalArgumentException.class);
        assertThat(codec.value(Map.of("a", 1)).toUtf8String()).isEqualTo("{\"a\":1}");
    }

    private void refuses(Type type, String json) {
        assertThatThrownBy(() -> client.reads(type, json))
                .isInstanceOf(ArgumentException.class)
                .hasMessage("must be binary");
    }
}
