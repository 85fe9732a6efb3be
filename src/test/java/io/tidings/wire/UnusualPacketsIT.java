package io.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets of Socket.IO that only look wrong: they are taken, and what they carry is handed on to the byte. */
@On({Setup.UPGRADE, Setup.ENDPOINT})
class UnusualPacketsIT extends HostileInput {

    private static final byte[] ONE = {1};
    private static final String FAILURE = "the application failed on an event";

    UnusualPacketsIT(Node node) {
        super(node);
    }

    /** Over each transport, in the main namespace and another. */
    private void everywhere(BiConsumer<Place, Client> test) {
        for (Way way : Way.of(node)) {
            for (Place place : List.of(Place.MAIN, Place.CUSTOM)) {
                try (Client client = place.enter(node, way)) {
                    test.accept(place, client);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "P-17|{\"_placeholder\":true,\"num\":0}",
                "P-17|{\"_placeholder\":true,\"num\":\"splice\"},{\"_placeholder\":true,\"num\":7}",
                "P-31|{\"__proto__\":{\"a\":1},\"constructor\":{\"prototype\":{}}}",
                "P-41|1e999999999,1e-999999999,-0,1e400,-1.0e+0",
                "P-44|\"\\ud800\",\"\\u0000\",\"\\u2028\",\"\u2028\u007f😀é\"",
                "P-44|{\"\\ud800\":{\"\":[[],{}]}} , \"\\/\"",
                "P-40|[[[[[[[[[[{\"a\":{\"a\":{\"a\":[]}}}]]]]]]]]]]"
            })
    @DisplayName("P-17, P-31, P-40, P-41, P-44 hands arguments back and on as they came")
    void handsArgumentsOn(String vector) {
        String arguments = vector.substring(5);
        everywhere((place, client) -> {
            assertThat(client.ask(place.address("2~7[\"back\"," + arguments + "]")))
                    .isEqualTo(place.address("3~7[" + arguments.replace(" , ", ",") + "]"));
            try (Client listener = place.enter(node, Way.WEBSOCKET)) {
                assertThat(listener.ask(place.address("2~1[\"join-room\",\"audience\"]")))
                        .startsWith(place.address("3~1["));
                client.say(place.address("2~[\"relay\"," + arguments + "]"));
                assertThat(listener.next())
                        .isEqualTo(place.address("2~[\"relayed\"," + arguments.replace(" , ", ",") + "]"));
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{\"_placeholder\":true,\"num\":0}",
                "{\"num\":0,\"_placeholder\":true}",
                "{\"_placeholder\":true,\"num\":0,\"extra\":1}",
                "{\"a\":[{\"b\":{\"_placeholder\":true,\"num\":0}}]}"
            })
    @DisplayName("P-16 takes placeholders that are unusual but clear, and hands the attachment on")
    void handsAttachmentsOn(String argument) {
        everywhere((place, client) -> {
            client.send(Said.text(place.address("51-~7[\"back\"," + argument + "]")), Said.attachment(ONE));
            assertThat(client.next()).startsWith(place.address("61-~7[")).contains("\"_placeholder\":true");
            assertThat(client.next()).isEqualTo("1 bytes");
        });
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "1",
                "-0.0",
                "\"\"",
                "\"message\"",
                "\"__proto__\"",
                "\"constructor\"",
                "\"hasOwnProperty\"",
                "\"toString\"",
                "\"Connect\"",
                "\"connect \"",
                "\"\\ud800\"",
                "\"__cluster\"",
                "\"join\""
            })
    @DisplayName("P-25, P-30, A-05 takes events that nobody handles, whatever their names are elsewhere")
    void ignoresEventsThatNobodyHandles(String name) {
        everywhere((place, client) -> {
            client.say(place.address("2~[" + name + ",\"x\"]"), place.address("2~9[" + name + ",[\"y\"]]"));
            assertThat(client.ask(place.address("2~7[\"back\",\"still here\"]")))
                    .isEqualTo(place.address("3~7[\"still here\"]"));
        });
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"error", "fail"})
    @DisplayName("P-30 answers with an error when the handler throws, be its name a special one or not")
    void survivesHandlersThatThrow(String event) {
        node.log().expect(FAILURE);
        for (Way way : Way.of(node)) {
            try (Client client = Place.CUSTOM.enter(node, way)) {
                assertThat(client.ask("2/hostile,1[\"" + event + "\",\"x\"]"))
                        .isEqualTo("3/hostile,1[{\"error\":\"Internal error\"}]");
                assertThat(client.ask("2/hostile,2[\"back\",1]")).isEqualTo("3/hostile,2[1]");
            }
        }
    }

    @Test
    @DisplayName("P-30 survives a handler that overflows the stack")
    void survivesAStackOverflow() {
        node.log().expect(FAILURE);
        try (Client client = Place.CUSTOM.enter(node, Way.WEBSOCKET)) {
            assertThat(client.ask("2/hostile,1[\"dive\",100000000]"))
                    .isEqualTo("3/hostile,1[{\"error\":\"Internal error\"}]");
            assertThat(client.ask("2/hostile,2[\"dive\",10]")).isEqualTo("3/hostile,2[10]");
        }
    }

    @Test
    @DisplayName("P-31 gives no meaning to what a client calls the members of its auth")
    void givesAuthNoMeaning() {
        String auth = "{\"__proto__\":{\"admin\":true},\"constructor\":{\"admin\":true}}";
        for (Way way : Way.of(node)) {
            try (Client client = way.open(node)) {
                assertThat(client.ask("0/hostile," + auth)).startsWith("0/hostile,{\"sid\":");
                assertThat(client.ask("2/hostile,1[\"auth\"]")).isEqualTo("3/hostile,1[" + auth + ",false]");
            }
        }
    }

    @Test
    @DisplayName("P-35 takes a namespace that is nothing but a slash for the main one")
    void takesASlashForTheMainNamespace() {
        for (Way way : Way.of(node)) {
            try (Client client = way.open(node)) {
                assertThat(client.ask("0/,")).startsWith("0{\"sid\":");
                assertThat(client.ask("2/,7[\"back\",\"x\"]")).isEqualTo("37[\"x\"]");
            }
        }
    }

    @Test
    @DisplayName("P-44 puts characters together that frames have cut")
    void putsCutCharactersTogether() {
        byte[] packet = "421[\"back\",\"é\u2028😀\"]".getBytes(StandardCharsets.UTF_8);
        try (WebSocketClient client = WebSocketClient.open(node.port())) {
            client.connect("/");
            for (int cut = 0; cut <= packet.length; cut++) {
                client.wire().send(new Frame(0x01, Arrays.copyOf(packet, cut)));
                client.wire().send(new Frame(0x80, Arrays.copyOfRange(packet, cut, packet.length)));
                assertThat(client.next()).isEqualTo("31[\"é\u2028😀\"]");
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"C0 AF", "ED A0 80", "F4 90 80 80", "E2 82", "FF"})
    @DisplayName("P-27, P-44 ends the session of a client whose packet is not UTF-8, from its first byte or later")
    void refusesMalformedUtf8(String hex) {
        refuses(Said.text(Frame.hex(hex)));
        refuses(Said.text(concat("2[\"back\",\"".getBytes(StandardCharsets.UTF_8), Frame.hex(hex))));
    }

    private void refuses(Said packet) {
        WebSocketClient webSocket = WebSocketClient.open(node.port());
        webSocket.connect("/");
        webSocket.send(packet);
        int code = webSocket.closeCode();
        assertThat(code).isIn(node.carriesBy(Setup.UPGRADE) ? List.of(1007) : List.of(1006, 1007));
        webSocket.close();
        PollingClient polling = PollingClient.open(node.http());
        polling.connect("/");
        polling.send(packet);
        assertThat(polling.status()).isEqualTo(400);
        assertThat(polling.isEnded()).isTrue();
    }

    private static byte[] concat(byte[] start, byte[] rest) {
        byte[] both = Arrays.copyOf(start, start.length + rest.length);
        System.arraycopy(rest, 0, both, start.length, rest.length);
        return both;
    }
}
