package io.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other sites on a node that allows none, which is the default. */
@On({Setup.UPGRADE, Setup.ENDPOINT})
class OriginsIT extends HostileInput {

    private static final String POLLING = "/engine.io/?EIO=4&transport=polling";
    private static final String WEBSOCKET = "/engine.io/?EIO=4&transport=websocket";
    private static final String EVIL = "Origin: https://evil.example";

    OriginsIT(Node node) {
        super(node);
    }

    private static void allowsNothing(Answer answer) {
        assertThat(answer.headers()).noneMatch(header -> header.startsWith("access-control-"));
    }

    @Test
    @DisplayName("C-01 tells pages of other sites nothing over long polling")
    void allowsNoOtherSites() {
        Answer opened = node.http().get(POLLING, EVIL);
        allowsNothing(opened);
        allowsNothing(node.http().post(POLLING + "&sid=unknown", "4x", EVIL));
        allowsNothing(node.http().send(Http.head("OPTIONS", POLLING, EVIL, "Access-Control-Request-Method: POST")));
        node.http().post(POLLING + "&sid=" + PollingSession.sidIn(opened), "1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "file://",
                "http://localhost.evil.example",
                "http://localhost:444",
                "http://evil@localhost",
                "localhost",
                ""
            })
    @DisplayName("C-01 opens no WebSocket for pages of other sites")
    void opensNoWebSocketForOtherSites(String origin) {
        try (Tcp connection = Tcp.to(node.port()).send(WebSocketWire.request(WEBSOCKET, "Origin: " + origin))) {
            assertThat(Answer.from(connection).brief())
                    .isEqualTo("403 {\"code\":4,\"message\":\"Origin not allowed\"}");
        }
    }

    @Test
    @DisplayName("C-01 opens no WebSocket for a request with two origins")
    void opensNoWebSocketForTwoOrigins() {
        String request = WebSocketWire.request(WEBSOCKET, "Origin: http://localhost", EVIL);
        assertThat(node.http().send(request).status()).isIn(400, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost", "https://localhost", "HTTP://LOCALHOST"})
    @DisplayName("C-01 opens a WebSocket for the server's own pages, also behind a proxy that ends TLS")
    void opensWebSocketsForOwnPages(String origin) {
        WebSocketWire.session(node.port(), WEBSOCKET, "Origin: " + origin).close();
    }

    @Test
    @DisplayName("C-05 opens a WebSocket for clients that are not browsers")
    void opensWebSocketsForPrograms() {
        WebSocketWire.session(node.port(), WEBSOCKET).close();
    }
}
