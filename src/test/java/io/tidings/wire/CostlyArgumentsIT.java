package io.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments that are made to cost time or memory when an application asks for their type. */
@On(Setup.UPGRADE)
class CostlyArgumentsIT extends HostileInput {

    /** What others on the same machine may take away at any time. */
    private static final double NOISE_MILLIS = 250;

    CostlyArgumentsIT(Node node) {
        super(node);
    }

    private static String answer(Client client, String event, String arguments) {
        String answer = client.ask("2/hostile,5[\"" + event + "\"," + arguments + "]");
        assertThat(answer).startsWith("3/hostile,5[").endsWith("]");
        return answer.substring("3/hostile,5[".length(), answer.length() - 1);
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "long|1e999999999|ERROR",
                "long|1e-999999999|ERROR",
                "long|1e400|ERROR",
                "long|9223372036854775808|ERROR",
                "long|1.5|ERROR",
                "long|-0|0",
                "long|\"7\"|ERROR",
                "long|[7]|ERROR",
                "long|null|ERROR",
                "double|1e999999999|ERROR",
                "double|1e400|ERROR",
                "double|-0|\"-0.0\"",
                "integer|1e999999999|ERROR",
                "integer|1e1000|ERROR",
                "decimal|1e999999999|ERROR",
                "decimal|1e-999999999|ERROR",
                "list|[1e999999999]|ERROR",
                "map|{\"a\":1e999999999}|ERROR",
                "object|{\"a\":1e999999999}|ERROR",
                "json|1e999999999|ERROR",
                "record|{\"x\":1,\"y\":1e999999999}|ERROR",
                "record|{\"x\":1,\"y\":\"2\"}|ERROR",
                "record|{\"x\":1}|ERROR",
                "record|{\"x\":1,\"y\":2,\"z\":{\"__proto__\":null}}|3",
                "record|[1,2]|ERROR",
                "string|{\"toString\":\"x\"}|ERROR",
                "string|\"\\ud800\"|1",
                "bytes|{\"_placeholder\":true,\"num\":0}|ERROR",
                "bytes|\"AQI=\"|ERROR"
            })
    @DisplayName("P-41, P-25 tells a client that its argument is not of the type asked for, and goes on")
    void refusesWhatDoesNotFit(String event, String argument, String expected) {
        try (Client client = Place.CUSTOM.enter(node, Way.WEBSOCKET)) {
            String answer = answer(client, event, argument);
            if (expected.equals("ERROR")) {
                assertThat(answer).startsWith("{\"error\":\"").doesNotContain("Internal", "999999999");
            } else {
                assertThat(answer).isEqualTo(expected);
            }
            assertThat(client.ask("2/hostile,6[\"back\",6]")).isEqualTo("3/hostile,6[6]");
        }
        // it is the client that was wrong, not the application
        assertThat(node.log().peek()).noneMatch(line -> line.contains("the application failed"));
    }

    @Test
    @DisplayName("P-17 refuses to put what only looks like an attachment among attachments")
    void keepsPlaceholdersInTextApart() {
        node.log().expect("the application failed on an event");
        for (Way way : Way.of(node)) {
            try (Client client = Place.CUSTOM.enter(node, way)) {
                assertThat(answer(client, "mix", "{\"_placeholder\":true,\"num\":1}"))
                        .isEqualTo("{\"error\":\"Internal error\"}");
                assertThat(client.ask("2/hostile,6[\"back\",6]")).isEqualTo("3/hostile,6[6]");
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"long", "double", "integer", "decimal", "list", "map", "object", "json", "record", "back"})
    @DisplayName("P-41 takes no longer for a number of a million digits than for so much text")
    void refusesEndlessNumbers(String event) {
        String digits = "7".repeat(960_000);
        String number = switch (event) {
            case "list" -> "[" + digits + "]";
            case "map", "object", "record" -> "{\"x\":" + digits + "}";
            default -> digits;
        };
        compare(event + " of 960 000 digits", "back", "\"" + digits + "\"", event, number);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"map", "object", "record", "json", "back"})
    @DisplayName("P-42 takes hardly longer for keys that collide than for others")
    void survivesCollidingKeys(String event) {
        compare(event + " of 16 384 keys", event, keys("Bb"), event, keys("BB"));
    }

    /** What costs the square of its size costs seconds here, against some milliseconds. */
    private void compare(String what, String plainEvent, String plain, String costlyEvent, String costly) {
        try (Client client = Place.CUSTOM.enter(node, Way.WEBSOCKET)) {
            answer(client, costlyEvent, costly);
            double ordinary = Times.best(() -> answer(client, plainEvent, plain));
            double attack = Times.best(() -> answer(client, costlyEvent, costly));
            Measurements.note("%s: %s: ordinary %.1f ms, costly %.1f ms".formatted(node, what, ordinary, attack));
            assertThat(attack).isLessThan(4 * ordinary + NOISE_MILLIS);
        }
    }

    /** An object of 16 384 keys of 28 characters, made of Aa and another pair; for BB they all have the same hash code. */
    private static String keys(String other) {
        StringBuilder object = new StringBuilder("{");
        for (int key = 0; key < 1 << 14; key++) {
            object.append(key == 0 ? "\"" : ",\"");
            for (int bit = 0; bit < 14; bit++) {
                object.append((key >> bit & 1) == 0 ? "Aa" : other);
            }
            object.append("\":0");
        }
        return object.append('}').toString();
    }

    @Test
    @DisplayName("P-43 holds what waits for a slow handler in little more than its own size")
    void holdsManyElementsInLittleMemory() {
        String packet = "2/slow,[\"sleep\",3000" + ",{}".repeat(333_000) + "]";
        List<WebSocketClient> clients = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            WebSocketClient client = WebSocketClient.open(node.port());
            client.connect("/slow");
            clients.add(client);
        }
        long before = node.server().process().probe().liveHeap();
        clients.forEach(client -> client.say(packet));
        node.await("packets to arrive", () -> node.status("queued") > 20L * packet.length());
        long first = node.status("queued");
        long held = node.server().process().probe().liveHeap() - before;
        // more may have come, or gone, before the heap was looked at
        long queued = Math.max(first, node.status("queued"));
        Measurements.note(node + ": packets of " + queued + " bytes are held in " + held);
        node.assertEcho();
        clients.forEach(WebSocketClient::reset);
        assertThat(held).isLessThan(6 * queued);
    }

    @Test
    @DisplayName("P-32 keeps nothing of the names of events")
    void keepsNoNames() {
        try (Client client = Place.MAIN.enter(node, Way.WEBSOCKET)) {
            client.ask("21[\"back\"]");
            long before = node.server().process().probe().liveHeap();
            Said[] events = new Said[500];
            for (int round = 0; round < 400; round++) {
                for (int i = 0; i < events.length; i++) {
                    events[i] = Said.text("2[\"name number " + (round * events.length + i) + "\"]");
                }
                client.send(events);
            }
            assertThat(client.ask("22[\"back\"]")).isEqualTo("32[]");
            long kept = node.server().process().probe().liveHeap() - before;
            Measurements.note(node + ": after 200 000 names of events " + kept + " bytes more");
            assertThat(kept).isLessThan(10_000_000);
        }
    }
}
