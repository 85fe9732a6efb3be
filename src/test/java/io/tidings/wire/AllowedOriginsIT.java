package io.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other sites on a node that allows some, and the caps on one address. */
@On(Setup.STRICT)
class AllowedOriginsIT extends HostileInput {

    private static final String UNKNOWN = "/engine.io/?EIO=4&transport=polling&sid=unknown";
    private static final String WEBSOCKET = "/engine.io/?EIO=4&transport=websocket";

    AllowedOriginsIT(Node node) {
        super(node);
    }

    @Test
    @DisplayName("C-02 allows what is on the list, on faults too")
    void allowsWhatIsListed() {
        for (String origin : new String[] {"https://a.example", "https://xn--bcher-kva.example"}) {
            Answer answer = node.http().get(UNKNOWN, "Origin: " + origin);
            assertThat(answer.header("access-control-allow-origin")).isEqualTo(origin);
            assertThat(answer.header("access-control-allow-credentials")).isEqualTo("true");
            assertThat(answer.header("vary")).containsIgnoringCase("Origin");
        }
        WebSocketWire.session(node.port(), WEBSOCKET, "Origin: https://a.example")
                .close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example.evil",
                "https://eviLa.example",
                "http://a.example",
                "https://a.example:444",
                "https://a.example/",
                "https://A.EXAMPLE",
                "https://a.example, https://evil.example",
                "https://a.example https://evil.example",
                "null",
                "file://",
                "*",
                "https://b\u00fccher.example"
            })
    @DisplayName("C-02 allows nothing that only looks like what is on the list")
    void allowsNothingElse(String origin) {
        Answer answer = node.http().get(UNKNOWN, "Origin: " + origin);
        assertThat(answer.headers()).noneMatch(header -> header.startsWith("access-control-"));
        assertThat(answer.status()).isEqualTo(400);
        // Payara refuses bytes that are no ASCII by itself, without a word
        if (!answer.body().isEmpty()) {
            assertThat(answer.header("vary")).containsIgnoringCase("Origin");
        }
        String upgrade = WebSocketWire.request(WEBSOCKET, "Origin: " + origin);
        assertThat(node.http().send(upgrade).status()).isIn(400, 403);
    }

    @Test
    @DisplayName("C-02 allows nothing for two origins, or one that is 6 KB long")
    void allowsNothingStrange() {
        Answer two = node.http().get(UNKNOWN, "Origin: https://a.example", "Origin: https://evil.example");
        Answer vast = node.http().get(UNKNOWN, "Origin: https://a.example" + "a".repeat(6_000));
        assertThat(two.headers()).noneMatch(header -> header.startsWith("access-control-"));
        assertThat(vast.headers()).noneMatch(header -> header.startsWith("access-control-"));
    }

    @Test
    @DisplayName("C-04 answers preflights from its list, never from the question")
    void answersPreflightsFromItsList() {
        Answer answer = node.http()
                .send(Http.head(
                        "OPTIONS",
                        UNKNOWN,
                        "Origin: https://a.example",
                        "Access-Control-Request-Method: DELETE",
                        "Access-Control-Request-Headers: x-evil, " + "x-long,".repeat(700)));
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("access-control-allow-headers")).isEqualTo("x-token");
        assertThat(answer.header("access-control-allow-methods")).isEqualTo("GET,POST");
        Answer evil = node.http().send(Http.head("OPTIONS", UNKNOWN, "Origin: https://evil.example"));
        assertThat(evil.headers()).noneMatch(header -> header.startsWith("access-control-"));
    }

    @Test
    @DisplayName("C-05 opens no WebSocket without an origin, where one is asked for")
    void asksForAnOrigin() {
        assertThat(node.http().send(WebSocketWire.request(WEBSOCKET)).status()).isEqualTo(403);
    }

    @Test
    @DisplayName("E-12 lets in no more handshakes of one address than the cap, and says when to come again")
    void capsHandshakes() {
        int refused = 0;
        for (int i = 0; i < 400 && refused == 0; i++) {
            Answer answer = node.http().get("/engine.io/?EIO=4&transport=polling");
            if (answer.status() == 503) {
                refused++;
                assertThat(answer.header("retry-after")).isEqualTo("1");
            }
        }
        assertThat(refused).isEqualTo(1);
        assertThat(node.status("sessions")).isLessThanOrEqualTo(201);
    }
}
