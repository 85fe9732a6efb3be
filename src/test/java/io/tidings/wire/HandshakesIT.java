package io.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WebSocket handshakes that break RFC 6455. */
@On({Setup.UPGRADE, Setup.ENDPOINT})
class HandshakesIT extends HostileInput {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String DIRECT = "/engine.io/?EIO=4&transport=websocket";
    private static final String PROPER = "Connection: Upgrade\r\nUpgrade: websocket\r\n";
    private static final String KEY = "Sec-WebSocket-Key: " + WebSocketWire.KEY;
    private static final String VERSION = "Sec-WebSocket-Version: 13";

    HandshakesIT(Node node) {
        super(node);
    }

    private Answer handshake(String... headers) {
        try (Tcp connection = Tcp.to(node.port()).send(Http.head("GET", DIRECT, headers))) {
            return Answer.from(connection);
        }
    }

    @Test
    @DisplayName("W-01 survives a body behind a handshake")
    void survivesBodies() {
        String request = Http.head("GET", DIRECT, PROPER + KEY, VERSION, "Content-Length: 4") + "test";
        try (Tcp connection = Tcp.to(node.port()).send(request)) {
            Answer answer = Answer.headFrom(connection);
            Measurements.note(node + ": answers a handshake with a body by " + answer.status());
            assertThat(answer.status()).isIn(101, 400);
            connection.finishSending();
            assertThat(connection.endsWithin(SOON)).isTrue();
        }
    }

    @Test
    @DisplayName("W-02 asks for version 13 of WebSocket")
    void asksForTheVersion() {
        Answer answer = handshake(PROPER + KEY, "Sec-WebSocket-Version: 8");
        assertThat(answer.status()).isEqualTo(426);
        assertThat(answer.header("sec-websocket-version")).isEqualTo("13");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n" + VERSION + "\r\n" + KEY,
                "Connection: Upgrade\r\nUpgrade: websocket2\r\n" + VERSION + "\r\n" + KEY,
                "Connection: keep-alive\r\nUpgrade: websocket\r\n" + VERSION + "\r\n" + KEY,
                PROPER + VERSION,
                PROPER + VERSION + "\r\nSec-WebSocket-Key: short",
                PROPER + VERSION + "\r\nSec-WebSocket-Key: ????????????????????????",
                PROPER + VERSION + "\r\nSec-WebSocket-Key: "
            })
    @DisplayName("W-02 refuses handshakes that are none")
    void refusesMalformedHandshakes(String headers) {
        assertThat(handshake(headers).brief()).isEqualTo("400 {\"code\":3,\"message\":\"Bad request\"}");
    }

    @Test
    @DisplayName("W-02 survives clients that reset in the middle of a handshake")
    void survivesResets() {
        for (int i = 0; i < 50; i++) {
            Tcp.to(node.port()).send(WebSocketWire.request(DIRECT)).reset();
            Tcp.to(node.port())
                    .send(WebSocketWire.request(DIRECT).substring(0, 80))
                    .reset();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "constructor",
                ";;;",
                "permessage-deflate",
                "permessage-deflate; server_max_window_bits=99",
                "permessage-deflate; client_max_window_bits, x-webkit-deflate-frame"
            })
    @DisplayName("W-11 agrees to no extension")
    void agreesToNothing(String offer) {
        WebSocketWire session = WebSocketWire.session(node.port(), DIRECT, "Sec-WebSocket-Extensions: " + offer);
        assertThat(session.handshake().header("sec-websocket-extensions")).isEmpty();
        session.text("4plain");
        assertThat(session.next()).isEqualTo(Frame.text("4plain"));
        session.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-WebSocket-Extensions: LONG",
                "Sec-WebSocket-Protocol: LONG",
                "Connection: LONG",
            })
    @DisplayName("W-12 reads long lists in no time, as far as the container lets them in")
    void readsLongLists(String header) {
        for (String item : new String[] {"a,", " ", "\"", "a;b=", ",;="}) {
            String list = item.repeat(7_000 / item.length());
            long before = System.nanoTime();
            try (Tcp connection =
                    Tcp.to(node.port()).send(WebSocketWire.request(DIRECT, header.replace("LONG", "x" + list + "y")))) {
                assertThat(Answer.headFrom(connection).status()).isIn(0, 101, 400, 431);
                connection.reset();
            }
            Measurements.note(node + ": a list of " + list.length() + " bytes took "
                    + (System.nanoTime() - before) / 1_000_000 + " ms");
        }
    }

    @Test
    @DisplayName("W-13 takes no more headers than the container allows")
    void limitsHeaders() {
        try (Tcp connection = Tcp.to(node.port())) {
            connection.trySend(WebSocketWire.request(DIRECT, "x-i: 1\r\n".repeat(1_999) + "x-i: 1")
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertThat(Answer.headFrom(connection).status()).isIn(0, 400, 413, 431);
        }
    }
}
