package io.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no client of the protocol would make: what they get, and that they open nothing. */
@On(Setup.UPGRADE)
class RequestsIT extends HostileInput {

    private static final String UNKNOWN_SESSION = "400 {\"code\":1,\"message\":\"Session ID unknown\"}";
    private static final String UNKNOWN_TRANSPORT = "400 {\"code\":0,\"message\":\"Transport unknown\"}";
    private static final String BAD_METHOD = "400 {\"code\":2,\"message\":\"Bad handshake method\"}";
    private static final String BAD_REQUEST = "400 {\"code\":3,\"message\":\"Bad request\"}";
    private static final String BAD_VERSION = "400 {\"code\":5,\"message\":\"Unsupported protocol version\"}";

    RequestsIT(Node node) {
        super(node);
    }

    private String get(String query) {
        return node.http().get("/engine.io/?" + query).brief();
    }

    /** Says good-bye for a session that an answer has opened, so that the node need not wait for its end. */
    private void leave(Answer opened) {
        String target = "/engine.io/?EIO=4&transport=polling&sid=" + PollingSession.sidIn(opened);
        assertThat(node.http().post(target, "1").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"&transport=__proto__", "&transport=constructor", "&transport=webtransport", "&transport=", ""})
    @DisplayName("E-05 refuses transports that it does not know")
    void refusesUnknownTransports(String parameter) {
        assertThat(get("EIO=4" + parameter)).isEqualTo(UNKNOWN_TRANSPORT);
    }

    @Test
    @DisplayName("E-05 refuses a WebSocket without an upgrade, and two transports at once")
    void refusesContradictions() {
        assertThat(get("EIO=4&transport=websocket")).isEqualTo(BAD_REQUEST);
        assertThat(get("EIO=4&transport=polling&transport=websocket")).isEqualTo(BAD_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sid=__proto__", "sid=", "sid=abc%00", "sid[]=a", "sid%5B%5D=a", "sid=..%2f..%2fetc"})
    @DisplayName("E-06 refuses ids of sessions that are not open")
    void refusesUnknownSessions(String sid) {
        assertThat(get("EIO=4&transport=polling&" + sid)).isEqualTo(UNKNOWN_SESSION);
    }

    @Test
    @DisplayName("E-06 refuses two ids, and ids that are too long for a query")
    void refusesStrangeIds() {
        assertThat(get("EIO=4&transport=polling&sid=a&sid=b")).isEqualTo(BAD_REQUEST);
        Answer toLong = node.http().get("/engine.io/?EIO=4&transport=polling&sid=" + "a".repeat(100_000));
        // the container may find the request line too long before the engine sees it
        assertThat(toLong.status()).isIn(0, 400, 413, 414, 431);
        assertThat(toLong.body()).doesNotContain("aaaa");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EIO=abc&", "", "EIO=5&", "EIO=3&", "EIO=&", "EIO=4.0&"})
    @DisplayName("E-07 refuses versions of the protocol that it does not speak")
    void refusesOtherVersions(String version) {
        assertThat(get(version + "transport=polling")).isEqualTo(BAD_VERSION);
    }

    @Test
    @DisplayName("E-07 refuses another version on a session of this one, which goes on")
    void refusesAnotherVersionOnASession() {
        PollingSession session = PollingSession.open(node.http());
        assertThat(node.http().get(session.target().replace("EIO=4", "EIO=3")).brief())
                .isEqualTo(BAD_REQUEST);
        assertThat(session.post("4still here").brief()).isEqualTo("200 ok");
        assertThat(session.nextMessage()).isEqualTo("4still here");
        session.post("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "POST", "BREW"})
    @DisplayName("E-08 opens sessions for GET alone")
    void refusesOtherMethods(String method) {
        String request = Http.head(method, "/engine.io/?EIO=4&transport=polling", "Content-Length: 0");
        assertThat(node.http().send(request).brief()).isEqualTo(BAD_METHOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "TRACE"})
    @DisplayName("E-08 neither traces nor answers a HEAD as if it were a GET")
    void refusesMethodsThatContainersAnswerThemselves(String method) {
        Tcp connection = Tcp.to(node.port());
        connection.send(Http.head(method, "/engine.io/?EIO=4&transport=polling", "X-Secret: reflected"));
        Answer answer = method.equals("HEAD") ? Answer.headFrom(connection) : Answer.from(connection);
        connection.close();
        assertThat(answer.status()).isIn(400, 405);
        assertThat(answer.body()).doesNotContain("reflected");
    }

    @ParameterizedTest
    @CsvSource({"polling", "websocket"})
    @DisplayName("E-16 speaks no version 3, whatever framing its clients would use")
    void refusesVersionThree(String transport) {
        String request = WebSocketWire.request("/engine.io/?EIO=3&transport=" + transport);
        assertThat(node.http().send(request).brief()).isEqualTo(BAD_VERSION);
    }

    @Test
    @DisplayName("E-17 answers b64, j and a long t as if they were not there")
    void ignoresParametersOfOldClients() {
        Answer answer = node.http().get("/engine.io/?EIO=4&transport=polling&b64=1&j=0&t=" + "t".repeat(5_000));
        assertThat(answer.brief()).startsWith("200 0{\"sid\":");
        leave(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"j=0", "j=alert(1)", "j=0%5D%29%3Balert%281%29%2F%2F", "j=%3C%2Fscript%3E"})
    @DisplayName("C-10 never answers with a script")
    void neverAnswersWithAScript(String callback) {
        Answer answer = node.http().get("/engine.io/?EIO=4&transport=polling&" + callback);
        assertThat(answer.header("content-type")).startsWith("text/plain");
        assertThat(answer.body()).startsWith("0{").doesNotContain("___eio").doesNotContain("alert");
        leave(answer);
    }

    @Test
    @DisplayName("C-11 marks all answers as not to be stored, nor to be guessed at")
    void marksItsAnswers() {
        PollingSession session = PollingSession.open(node.http());
        session.post("4x");
        Answer poll = session.poll();
        Answer fault = node.http().get("/engine.io/?EIO=4&transport=%3Cscript%3E");
        for (Answer answer : new Answer[] {poll, fault, session.post("1")}) {
            assertThat(answer.header("cache-control")).isEqualTo("no-store");
            assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
        }
        assertThat(poll.header("content-type")).matches("(?i)text/plain; ?charset=utf-8");
        assertThat(fault.header("content-type")).startsWith("application/json");
        assertThat(fault.body()).doesNotContain("script");
    }
}
