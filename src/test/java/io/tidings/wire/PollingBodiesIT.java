package io.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of POST requests that are too long, too slow, or not the protocol. */
@On(Setup.UPGRADE)
class PollingBodiesIT extends HostileInput {

    private static final int LIMIT = 1_000_000;
    private static final String UNKNOWN_SESSION = "400 {\"code\":1,\"message\":\"Session ID unknown\"}";
    private static final Duration SOON = Duration.ofSeconds(15);

    private final PollingSession session;

    PollingBodiesIT(Node node) {
        super(node);
        this.session = PollingSession.open(node.http());
    }

    private void endsTheSession() {
        node.await("the session to end", session::isGone);
    }

    private void leavesTheSessionOpen() {
        assertThat(session.post("4still here").brief()).isEqualTo("200 ok");
        assertThat(session.nextMessage()).isEqualTo("4still here");
        session.post("1");
    }

    private Tcp posting(String... headers) {
        return Tcp.to(node.port()).send(Http.head("POST", session.target(), headers));
    }

    /** Payara reads and forgets what is left of a refused body, and keeps the connection until that has ended. */
    private void endsUnreadOn(Tcp connection) {
        if (node.isOnWildFly()) {
            assertThat(connection.endsWithin(SOON)).isTrue();
        }
    }

    @Test
    @DisplayName("E-01 takes a body as long as the limit")
    void takesTheLongestBody() {
        assertThat(session.post("4" + "a".repeat(LIMIT - 1)).brief()).isEqualTo("200 ok");
        assertThat(session.nextMessage()).hasSize(LIMIT);
        session.post("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000001", "9223372036854775807"})
    @DisplayName("E-01 refuses a body that is announced too long, without reading it")
    void refusesAnnouncedLength(String length) {
        try (Tcp connection = posting("Content-Length: " + length)) {
            Answer answer = Answer.from(connection);
            // WildFly refuses a number that only just fits into a long by itself
            assertThat(answer.status()).isIn(400, 413);
            endsUnreadOn(connection);
        }
        leavesTheSessionOpen();
    }

    @Test
    @DisplayName("E-01 refuses a chunked body at the byte that is too much, and reads no more of it")
    void refusesEndlessChunks() {
        byte[] chunk =
                ("10000\r\n" + "4".repeat(0x10000) + "\r\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        try (Tcp connection = posting("Transfer-Encoding: chunked")) {
            int sent = 0;
            while (sent < 2_000 && connection.trySend(chunk)) {
                sent++;
            }
            Measurements.note(node + ": took " + sent + " of 2 000 chunks of 64 KB");
            if (node.isOnWildFly()) {
                // what the server and both kernels buffer is a few megabytes; more would be a body that somebody reads
                assertThat(sent).as("chunks of 64 KB").isLessThan(400);
            }
        }
        session.post("1");
        endsTheSession();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "abc", "5, 6", "0x10"})
    @DisplayName("E-01 takes no body whose length makes no sense")
    void refusesNonsenseLengths(String length) {
        try (Tcp connection = posting("Content-Length: " + length)) {
            connection.trySend("4abc".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertThat(Answer.from(connection).status()).isIn(0, 400, 413, 500);
        }
        session.post("1");
        endsTheSession();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&sid=", "&sid=unknown"})
    @DisplayName("E-02 refuses a body for an unknown session before it comes")
    void refusesBodiesForNobody(String sid) {
        String target = "/engine.io/?EIO=4&transport=polling" + sid;
        try (Tcp connection = Tcp.to(node.port()).send(Http.head("POST", target, "Content-Length: 900000"))) {
            String expected = sid.isEmpty() ? "400 {\"code\":2,\"message\":\"Bad handshake method\"}" : UNKNOWN_SESSION;
            assertThat(Answer.from(connection).brief()).isEqualTo(expected);
        }
        leavesTheSessionOpen();
    }

    @Test
    @DisplayName("E-03 refuses more packets in one body than the cap")
    void refusesTooManyPackets() {
        String body = "6\u001e".repeat(499_999) + "6";
        assertThat(session.post(body).status()).isEqualTo(400);
        endsTheSession();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u001e",
                "4a\u001e",
                "\u001e4a",
                "b!",
                "bA",
                "bAQ",
                "b====",
                "abc",
                "7",
                "0{}",
                "2",
                "2probe",
                "\u0000"
            })
    @DisplayName("E-04, E-20, E-22 ends the session of a client whose body is not the protocol")
    void refusesMalformedBodies(String body) {
        // a packet that no client may send is understood before it is refused
        assertThat(session.post(body).status()).isIn(200, 400);
        endsTheSession();
    }

    @Test
    @DisplayName("E-04 keeps a record separator that JSON has escaped, and base64 of nothing")
    void takesWhatOnlyLooksOdd() {
        assertThat(session.post("4[\"\\u001e\"]").brief()).isEqualTo("200 ok");
        assertThat(session.nextMessage()).isEqualTo("4[\"\\u001e\"]");
        assertThat(session.post("b").brief()).isEqualTo("200 ok");
        assertThat(session.nextMessage()).isEqualTo("b");
        session.post("1");
    }

    @Test
    @DisplayName("E-04 counts base64 as the bytes that come over the wire")
    void refusesLongBase64() {
        String body = "b" + Base64.getEncoder().encodeToString(new byte[1_050_000]);
        assertThat(session.post(body).status()).isEqualTo(413);
        leavesTheSessionOpen();
    }

    @ParameterizedTest
    @ValueSource(strings = {"34 C0 AF", "34 ED A0 80", "34 F4 90 80 80", "34 E2 82", "34 FF"})
    @DisplayName("E-04 ends the session of a client whose text is not UTF-8")
    void refusesMalformedText(String hex) {
        byte[] body = Frame.hex(hex);
        try (Tcp connection = posting("Content-Length: " + body.length, "Content-Type: text/plain")) {
            connection.send(body);
            assertThat(Answer.from(connection).status()).isEqualTo(400);
        }
        endsTheSession();
    }

    @Test
    @DisplayName("E-10 ends the session of a client that sends binary bodies, as version 3 did")
    void refusesBinaryBodies() {
        try (Tcp connection = posting("Content-Length: 3", "Content-Type: application/octet-stream")) {
            connection.send(new byte[] {1, 2, 3});
            assertThat(Answer.from(connection).status()).isEqualTo(400);
        }
        endsTheSession();
    }

    @Test
    @DisplayName("E-11 ends a body that does not come in time, by a clock of its own")
    void endsSlowBodies() {
        try (Tcp connection = posting("Content-Length: 100").send("4")) {
            assertThat(Answer.from(connection).status()).isEqualTo(408);
            endsUnreadOn(connection);
        }
        endsTheSession();
    }

    @Test
    @DisplayName("E-11 ends a body that comes a byte at a time")
    void endsDrippingBodies() {
        try (Tcp connection = posting("Transfer-Encoding: chunked")) {
            long before = System.nanoTime();
            while (!session.isGone() && System.nanoTime() - before < SOON.toNanos()) {
                connection.trySend("1\r\n4\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                Node.pause(100);
            }
        }
        endsTheSession();
    }

    @Test
    @DisplayName("E-18 never inflates a body")
    void refusesCompressedBodies() {
        try (Tcp connection = posting("Content-Length: 65253", "Content-Encoding: gzip")) {
            connection.trySend(Bombs.gzip(64 << 20));
            assertThat(Answer.from(connection).status()).isEqualTo(415);
        }
        leavesTheSessionOpen();
    }

    @Test
    @DisplayName("E-19 ends a body that was promised with Expect and never comes")
    void endsPromisedBodies() {
        try (Tcp connection = posting("Content-Length: 5", "Expect: 100-continue")) {
            assertThat(Answer.from(connection).status()).isEqualTo(408);
        }
        endsTheSession();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 3",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Content-Length: 3\r\nContent-Length: 5",
                "Content-Length:\r\n 3"
            })
    @DisplayName("E-19 gives the engine no body whose end two readers would see in two places")
    void refusesAmbiguousBodies(String headers) {
        String smuggled = "3\r\n4ab\r\n0\r\n\r\n" + Http.head("GET", "/smuggled", "X-Second: request");
        try (Tcp connection = posting(headers)) {
            connection.trySend(smuggled.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            int status = Answer.from(connection).status();
            Measurements.note(node + ": answers a POST with " + headers.replace("\r\n", ", ") + " by " + status);
            assertThat(status).isIn(0, 200, 400, 408, 413, 501);
            connection.finishSending();
            assertThat(connection.endsWithin(SOON)).isTrue();
        }
        session.post("1");
        endsTheSession();
    }
}
