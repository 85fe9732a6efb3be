package io.tidings.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.Argument;
import io.tidings.api.Arguments;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.Payload;
import io.tidings.socketio.RawArgument;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What clients sent, sent on. */
class ForwardingTest {

    private static final byte[] ONE = {1};
    private static final byte[] TWO = {2};
    private static final byte[] THREE = {3};

    private record Note(String from, Argument body) {}

    public static class Letter {
        public @Nullable Argument body;
    }

    private final JsonArguments codec = new JsonArguments();
    private final Client client = new Client(codec);

    private static String attachment(int num) {
        return "{\"_placeholder\":true,\"num\":" + num + "}";
    }

    @Test
    @DisplayName("P-31, P-41, P-44 an argument is forwarded byte by byte")
    void staysAsItCame() {
        String json = "{\"__proto__\":{\"a\":1}, \"n\" : 1e999999999,\"t\":\"\\ud800\\/\",\"n\":1.0}";

        Payload payload = codec.event("e", client.sends(json).get(0));

        assertThat(payload.json().toUtf8String()).isEqualTo("[\"e\"," + json + "]");
        assertThat(codec.value(client.sends(json).get(0)).toUtf8String()).isEqualTo(json);
    }

    @Test
    void attachmentsGetTheNumbersOfTheNewPacket() {
        List<RawArgument> sent = client.sends(
                "{\"num\":7,\"a\":{\"num\": 2 ,\"_placeholder\":true}},[" + attachment(0) + "," + attachment(1) + "]",
                ONE,
                TWO,
                THREE);

        Payload payload = codec.event("e", THREE, sent.get(1), "x", sent.get(0), sent.get(0));

        assertThat(payload.json().toUtf8String())
                .isEqualTo(
                        "[\"e\"," + attachment(0) + ",[" + attachment(1) + "," + attachment(2) + "],\"x\","
                                + "{\"num\":7,\"a\":{\"num\": 3 ,\"_placeholder\":true}},{\"num\":7,\"a\":{\"num\": 4 ,\"_placeholder\":true}}]");
        assertThat(payload.attachments())
                .containsExactly(
                        Bytes.wrap(THREE), Bytes.wrap(ONE), Bytes.wrap(TWO), Bytes.wrap(THREE), Bytes.wrap(THREE));
    }

    @Test
    void attachmentsOfOtherArgumentsStayBehind() {
        List<RawArgument> sent = client.sends(attachment(0) + ",{\"a\":1}," + attachment(1), ONE, TWO);

        assertThat(codec.ack(sent.get(1))).isEqualTo(Payload.of(Bytes.utf8("[{\"a\":1}]")));
        assertThat(codec.ack(sent.get(2)))
                .isEqualTo(Payload.of(Bytes.utf8("[" + attachment(0) + "]"), List.of(Bytes.wrap(TWO))));
        assertThat(codec.value(sent.get(1)).toUtf8String()).isEqualTo("{\"a\":1}");
    }

    @Test
    @DisplayName("P-17 a placeholder that stands for nothing is forwarded as it is")
    void whatLooksLikeAPlaceholderIsNotTakenForOne() {
        String json = attachment(0) + "," + attachment(0);

        assertThat(codec.event("e", client.sends(json).toArray()))
                .isEqualTo(Payload.of(Bytes.utf8("[\"e\"," + json + "]")));
    }

    @Test
    void argumentsMayBeForwardedWithinOtherValues() {
        RawArgument argument =
                client.sends("{\"n\":1e5,\"b\":" + attachment(0) + "}", ONE).get(0);
        String json = "{\"n\":1e5,\"b\":" + attachment(0) + "}";

        assertThat(client.gets(Map.of("a", List.of(argument)))).isEqualTo("{\"a\":[" + json + "]}");
        assertThat(client.gets(new Note("me", argument))).isEqualTo("{\"from\":\"me\",\"body\":" + json + "}");
        assertThat(client.gets(arguments(List.of(argument)))).isEqualTo("[" + json + "]");
    }

    @Test
    void withinBeansTheMeaningIsForwarded() {
        Letter letter = new Letter();
        letter.body = client.sends("{\"n\":1e5,\"t\":\"\\ud800\",\"b\":" + attachment(0) + "}", ONE)
                .get(0);

        Payload payload = codec.event("e", TWO, letter);

        assertThat(payload.elements().get(2).toUtf8String())
                .isEqualTo("{\"body\":{\"n\":1E+5,\"t\":\"\\ud800\",\"b\":" + attachment(1) + "}}");
        assertThat(payload.attachments()).containsExactly(Bytes.wrap(TWO), Bytes.wrap(ONE));
    }

    @Test
    void argumentsMayBeTakenWithoutReadingThem() {
        RawArgument argument = client.sends(attachment(0), ONE).get(0);
        String list = "[" + attachment(0) + ",1e999999999]";

        assertThat(argument.as(Argument.class)).isSameAs(argument);
        assertThat(argument.as((Type) RawArgument.class)).isSameAs(argument);
        assertThat(client.reads(Argument.class, "null").isNull()).isTrue();
        assertThat(client.reads(Client.generic(List.class, Argument.class), list, ONE))
                .isInstanceOfSatisfying(List.class, read -> {
                    assertThat(((Argument) read.get(0)).as(byte[].class)).containsExactly(ONE);
                    assertThat(((Argument) read.get(1)).json()).isEqualTo("1e999999999");
                });
        assertThat(client.reads(Letter.class, "{\"body\":{\"x\":" + attachment(0) + "}}", ONE).body)
                .isInstanceOfSatisfying(
                        Argument.class,
                        body -> assertThat(body.member("x").orElseThrow().as(byte[].class))
                                .containsExactly(ONE));
    }

    private static Arguments arguments(List<Argument> list) {
        return new Arguments() {
            @Override
            public int size() {
                return list.size();
            }

            @Override
            public Argument at(int index) {
                return list.get(index);
            }

            @Override
            public List<Argument> list() {
                return list;
            }
        };
    }
}
