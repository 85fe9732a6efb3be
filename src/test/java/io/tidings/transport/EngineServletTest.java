package io.tidings.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.spi.HandshakeCheck;
import io.tidings.api.spi.HandshakeCheck.Verdict;
import io.tidings.engine.CloseReason;
import io.tidings.engine.EngineUnderTest;
import io.tidings.engine.PeerFaults;
import io.tidings.engine.TransportKind;
import io.tidings.engine.Tuning;
import io.tidings.engine.Turnstile;
import io.tidings.transport.fakes.FakeRequest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineServletTest {

    private static final String POLLING = "EIO=4&transport=polling";
    private static final String WEBSOCKET = "EIO=4&transport=websocket";
    private static final String TRANSPORT_UNKNOWN = "400 {\"code\":0,\"message\":\"Transport unknown\"}";
    private static final String SESSION_UNKNOWN = "400 {\"code\":1,\"message\":\"Session ID unknown\"}";
    private static final String BAD_METHOD = "400 {\"code\":2,\"message\":\"Bad handshake method\"}";
    private static final String BAD_REQUEST = "400 {\"code\":3,\"message\":\"Bad request\"}";
    private static final String BAD_VERSION = "400 {\"code\":5,\"message\":\"Unsupported protocol version\"}";

    @RegisterExtension
    final EngineUnderTest test = new EngineUnderTest();

    private final Entrance entrance = new Entrance(test);

    @Test
    void opensASessionOverLongPolling() throws Exception {
        assertThat(entrance.ask(FakeRequest.get(POLLING))).startsWith("200 0{\"sid\":\"");
        assertThat(test.engine().sessionCount()).isEqualTo(1);
        assertThat(test.faults().count(PeerFaults.Kind.BAD_REQUEST)).isZero();
    }

    @Test
    void handsAWebSocketToItsCarrier() throws Exception {
        entrance.ask(FakeRequest.webSocket(WEBSOCKET));

        assertThat(entrance.carrier().accepted()).hasSize(1);
        assertThat(test.engine().sessionCount()).isZero();

        entrance.carrier().connect();
        assertThat(test.engine().sessionCount()).isEqualTo(1);
    }

    @Test
    void makesNoFaultOfAClientThatGoesWhileItIsAnswered() throws Exception {
        entrance.carrier().breakConnections();

        entrance.ask(FakeRequest.webSocket(WEBSOCKET));

        assertThat(test.engine().sessionCount()).isZero();
        assertThat(test.faults().count(PeerFaults.Kind.BAD_REQUEST)).isZero();
    }

    @Test
    void showsRequestsThatItRefusesTooToWhomTheyMayConcern() throws Exception {
        entrance.ask(FakeRequest.get("transport=x"));
        entrance.open();

        assertThat(entrance.requestsSeen()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"transport=x", "", "EIO=4", "EIO=4&transport=webtransport"})
    @DisplayName("E-05 refuses transports that it does not know")
    void refusesTransportsThatItDoesNotKnow(String query) throws Exception {
        assertThat(entrance.ask(FakeRequest.get(query))).isEqualTo(TRANSPORT_UNKNOWN);
        assertThat(test.faults().count(PeerFaults.Kind.BAD_REQUEST)).isEqualTo(1);
    }

    @Test
    void refusesTransportsThatAreSwitchedOff() throws Exception {
        Entrance pollingOnly = new Entrance(test.tune(new Tuning().transports(Set.of(TransportKind.POLLING))));

        assertThat(pollingOnly.ask(FakeRequest.webSocket(WEBSOCKET))).isEqualTo(TRANSPORT_UNKNOWN);
    }

    @Test
    @DisplayName("E-05 refuses a WebSocket that does not ask for one")
    void refusesAWebSocketThatDoesNotAskForOne() throws Exception {
        assertThat(entrance.ask(FakeRequest.get(WEBSOCKET))).isEqualTo(BAD_REQUEST);
        assertThat(entrance.ask(FakeRequest.get(WEBSOCKET).header("Upgrade", "h2c")))
                .isEqualTo(BAD_REQUEST);
        assertThat(entrance.carrier().accepted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sid=__proto__", "sid=", "sid=%00", "sid=abcdefghijklmnopqrst"})
    @DisplayName("E-06 refuses sessions that it does not know")
    void refusesSessionsThatItDoesNotKnow(String sid) throws Exception {
        assertThat(entrance.ask(FakeRequest.get(POLLING + "&" + sid))).isEqualTo(SESSION_UNKNOWN);
        assertThat(entrance.ask(FakeRequest.webSocket(WEBSOCKET + "&" + sid))).isEqualTo(SESSION_UNKNOWN);
        assertThat(test.engine().sessionCount()).isZero();
    }

    @Test
    @DisplayName("E-02 reads no body of a session that it does not know")
    void readsNoBodyOfASessionThatItDoesNotKnow() throws Exception {
        FakeRequest request = FakeRequest.post(POLLING + "&sid=unknown");

        assertThat(entrance.ask(request)).isEqualTo(SESSION_UNKNOWN);

        assertThat(request.bodyWasAskedFor()).isFalse();
        assertThat(request.isAsync()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EIO=3&", "EIO=5&", "EIO=abc&", ""})
    @DisplayName("E-07 refuses other versions")
    void refusesOtherVersions(String version) throws Exception {
        assertThat(entrance.ask(FakeRequest.get(version + "transport=polling"))).isEqualTo(BAD_VERSION);

        String sid = entrance.open();
        assertThat(entrance.ask(FakeRequest.get(version + "transport=polling&sid=" + sid)))
                .isEqualTo(BAD_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "HEAD", "TRACE"})
    @DisplayName("E-08 refuses other methods for a handshake")
    void refusesOtherMethodsForAHandshake(String method) throws Exception {
        assertThat(entrance.ask(FakeRequest.of(method, POLLING))).isEqualTo(BAD_METHOD);
        assertThat(entrance.ask(FakeRequest.of(method, WEBSOCKET).header("Upgrade", "websocket")))
                .isEqualTo(BAD_METHOD);
        assertThat(test.engine().sessionCount()).isZero();
    }

    @Test
    @DisplayName("C-01 refuses a WebSocket of another site")
    void refusesAWebSocketOfAnotherSite() throws Exception {
        FakeRequest request = FakeRequest.webSocket(WEBSOCKET)
                .header("Origin", "https://evil.example")
                .header("Host", "chat.example");

        assertThat(entrance.ask(request)).isEqualTo("403 {\"code\":4,\"message\":\"Origin not allowed\"}");
        assertThat(entrance.carrier().accepted()).isEmpty();
    }

    @Test
    @DisplayName("C-02 varies by origin even where it refuses")
    void variesByOriginEvenWhereItRefuses() throws Exception {
        entrance.ask(FakeRequest.get("transport=x").header("Origin", Entrance.SITE));

        assertThat(entrance.answer().headers())
                .containsEntry("Vary", "Origin")
                .containsEntry("Access-Control-Allow-Origin", Entrance.SITE);
    }

    @Test
    @DisplayName("C-04 answers a preflight without looking at anything else")
    void answersAPreflight() throws Exception {
        assertThat(entrance.ask(FakeRequest.of("OPTIONS", "sid=unknown").header("Origin", Entrance.SITE)))
                .isEqualTo("204 ");
        assertThat(entrance.answer().headers()).containsEntry("Access-Control-Allow-Methods", "GET,POST");
    }

    @Test
    void refusesWhomTheApplicationRefuses() throws Exception {
        Entrance guarded = new Entrance(
                test, handshake -> Verdict.accepted(), handshake -> Verdict.refused("say \"please\""), handshake -> {
                    throw new AssertionError("the first refusal is final");
                });

        assertThat(guarded.ask(FakeRequest.get(POLLING)))
                .isEqualTo("403 {\"code\":4,\"message\":\"say \\\"please\\\"\"}");
        assertThat(test.faults().count(PeerFaults.Kind.REFUSED_HANDSHAKE)).isEqualTo(1);
        assertThat(test.engine().sessionCount()).isZero();
    }

    @Test
    void refusesWhomTheApplicationFailsToCheckAndDoesNotTellWhy() throws Exception {
        HandshakeCheck failing = handshake -> {
            throw new IllegalStateException("the password of the database is 1234");
        };
        Entrance guarded = new Entrance(test, failing);

        assertThat(guarded.ask(FakeRequest.get(POLLING))).isEqualTo("403 {\"code\":4,\"message\":\"Forbidden\"}");
    }

    @Test
    void asksTheApplicationOnceForEachSession() throws Exception {
        int[] asked = new int[1];
        Entrance guarded = new Entrance(test, handshake -> {
            asked[0]++;
            return Verdict.accepted();
        });
        String sid = guarded.open();

        guarded.ask(FakeRequest.get(POLLING + "&sid=" + sid));

        assertThat(asked[0]).isEqualTo(1);
    }

    @Test
    @DisplayName("E-12 tells those who come too many when to come back")
    void tellsThoseWhoComeTooManyWhenToComeBack() throws Exception {
        Entrance crowded = new Entrance(test.turnstile(new Turnstile.Limits(2, 0, 0)));
        crowded.open();
        crowded.open();

        assertThat(crowded.ask(FakeRequest.get(POLLING)))
                .isEqualTo("503 {\"code\":3,\"message\":\"Too many clients\"}");
        assertThat(crowded.answer().header("Retry-After")).isEqualTo("1");
        assertThat(crowded.ask(FakeRequest.get(POLLING).from("198.51.100.1"))).startsWith("200 ");
    }

    @Test
    @DisplayName("S-03 never takes an id from the client")
    void neverTakesAnIdFromTheClient() throws Exception {
        String chosen = "abcdefghijklmnopqrst";

        assertThat(entrance.ask(FakeRequest.get(POLLING).cookie("io", chosen).header("io", chosen)))
                .doesNotContain(chosen);
    }

    @Test
    @DisplayName("S-04 serves a session to the user who opened it")
    void servesASessionToTheUserWhoOpenedIt() throws Exception {
        entrance.ask(FakeRequest.get(POLLING).user("ada"));
        String sid = entrance.sid();

        assertThat(entrance.ask(FakeRequest.get(POLLING + "&sid=" + sid).user("bob")))
                .isEqualTo("403 {\"code\":4,\"message\":\"Forbidden\"}");
        assertThat(entrance.ask(FakeRequest.webSocket(WEBSOCKET + "&sid=" + sid).user("bob")))
                .startsWith("403");
        assertThat(entrance.ask(FakeRequest.get(POLLING + "&sid=" + sid))).startsWith("403");
        assertThat(entrance.carrier().accepted()).isEmpty();

        FakeRequest poll = FakeRequest.get(POLLING + "&sid=" + sid).user("ada");
        entrance.ask(poll);
        assertThat(poll.async().isCompleted()).isFalse();
    }

    @Test
    void addsTheHeadersOfTheApplication() throws Exception {
        String sid = entrance.open();
        assertThat(entrance.answer().headers()).containsEntry("X-First", "1").containsEntry("X-Every", "1");

        entrance.ask(FakeRequest.get(POLLING + "&sid=" + sid));
        assertThat(entrance.answer().headers()).doesNotContainKey("X-First").containsEntry("X-Every", "1");
    }

    @Test
    void movesASessionToAWebSocket() throws Exception {
        String sid = entrance.open();

        entrance.ask(FakeRequest.webSocket(WEBSOCKET + "&sid=" + sid));
        entrance.carrier().connect();

        assertThat(entrance.carrier().transports())
                .singleElement()
                .satisfies(transport -> assertThat(transport.closeReason()).isEmpty());
        assertThat(test.engine().sessionCount()).isEqualTo(1);
    }

    @Test
    @DisplayName("E-13 closes a second WebSocket of the same session")
    void closesASecondWebSocketOfTheSameSession() throws Exception {
        String sid = entrance.open();
        for (int i = 0; i < 2; i++) {
            entrance.ask(FakeRequest.webSocket(WEBSOCKET + "&sid=" + sid));
            entrance.carrier().connect();
        }

        assertThat(entrance.carrier().transports().get(0).closeReason()).isEmpty();
        assertThat(entrance.carrier().transports().get(1).closeReason()).contains(CloseReason.TRANSPORT_ERROR);
    }

    @Test
    @DisplayName("C-11 repeats nothing of a request that it refuses")
    void repeatsNothingOfARequestThatItRefuses() throws Exception {
        for (String query : List.of("transport=marker", POLLING + "&sid=marker", "transport=polling&EIO=marker")) {
            assertThat(entrance.ask(FakeRequest.get(query))).doesNotContain("marker");
            assertThat(entrance.answer().headers().toString()).doesNotContain("marker");
        }
    }
}
