package io.tidings.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.transport.fakes.FakeResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HttpFaultTest {

    private final FakeResponse response = new FakeResponse();

    static Stream<Arguments> table() {
        return Stream.of(
                Arguments.of(HttpFault.transportUnknown(), 400, "{\"code\":0,\"message\":\"Transport unknown\"}"),
                Arguments.of(HttpFault.sessionUnknown(), 400, "{\"code\":1,\"message\":\"Session ID unknown\"}"),
                Arguments.of(HttpFault.badMethod(), 400, "{\"code\":2,\"message\":\"Bad handshake method\"}"),
                Arguments.of(HttpFault.badRequest(), 400, "{\"code\":3,\"message\":\"Bad request\"}"),
                Arguments.of(HttpFault.forbidden("no entry"), 403, "{\"code\":4,\"message\":\"no entry\"}"),
                Arguments.of(
                        HttpFault.unsupportedVersion(),
                        400,
                        "{\"code\":5,\"message\":\"Unsupported protocol version\"}"),
                Arguments.of(HttpFault.payloadTooLarge(), 413, "{\"code\":3,\"message\":\"Payload too large\"}"),
                Arguments.of(HttpFault.unsupportedEncoding(), 415, "{\"code\":3,\"message\":\"Bad request\"}"),
                Arguments.of(HttpFault.bodyTimeout(), 408, "{\"code\":3,\"message\":\"Bad request\"}"),
                Arguments.of(HttpFault.upgradeRequired(), 426, "{\"code\":3,\"message\":\"Bad request\"}"),
                Arguments.of(HttpFault.overloaded(), 503, "{\"code\":3,\"message\":\"Too many clients\"}"));
    }

    @ParameterizedTest
    @MethodSource("table")
    void answersWithItsStatusAndBody(HttpFault fault, int status, String body) throws IOException {
        fault.answer(response.http());

        assertThat(response.status()).isEqualTo(status).isEqualTo(fault.status());
        assertThat(response.text()).isEqualTo(body);
        assertThat(response.headers())
                .containsEntry("Content-Type", "application/json")
                .containsEntry("Content-Length", Integer.toString(body.length()))
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("X-Content-Type-Options", "nosniff");
    }

    @ParameterizedTest
    @MethodSource("table")
    void givesTheConnectionUpOnlyWhereABodyMayStillBeComing(HttpFault fault, int status, String body)
            throws IOException {
        fault.answer(response.http());

        assertThat(response.header("Connection")).isEqualTo(status == 413 || status == 408 ? "close" : null);
        assertThat(response.text()).isEqualTo(body);
    }

    @Test
    void tellsTheVersionItSpeaks() {
        HttpFault.upgradeRequired().writeHead(response.http());

        assertThat(response.headers())
                .containsEntry("Sec-WebSocket-Version", "13")
                .containsEntry("Upgrade", "websocket");
    }

    @Test
    void tellsWhenToComeBack() {
        HttpFault.overloaded().writeHead(response.http());

        assertThat(response.header("Retry-After")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "say \"no\"|say \\\"no\\\"",
                "back\\slash|back\\\\slash",
                "</script>|\\u003c/script>",
                "größer|größer",
            })
    void escapesTheWordsOfTheApplication(String words, String escaped) {
        assertThat(bodyOf(words)).isEqualTo("{\"code\":4,\"message\":\"" + escaped + "\"}");
    }

    @Test
    void escapesWhatNoTextMayHold() {
        assertThat(bodyOf("a\nb\u0000\u2028\u2029\ud800"))
                .isEqualTo("{\"code\":4,\"message\":\"a\\u000ab\\u0000\\u2028\\u2029\\ud800\"}");
    }

    private static String bodyOf(String words) {
        return new String(HttpFault.forbidden(words).body(), StandardCharsets.UTF_8);
    }

    @Test
    void keepsSilentWhereTheAnswerHasBegun() throws IOException {
        response.commit();

        HttpFault.badRequest().answer(response.http());

        assertThat(response.text()).isEmpty();
        assertThat(response.status()).isEqualTo(200);
    }
}
