package io.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Session ids: who makes them, who gets to see them, and what a stolen one is worth. */
@On({Setup.UPGRADE, Setup.STRICT})
class SecretsIT extends HostileInput {

    private static final String FORBIDDEN = "403 {\"code\":4,\"message\":\"Forbidden\"}";
    private static final String[] NO_HEADERS = {};

    SecretsIT(Node node) {
        super(node);
    }

    private static String cookieOf(Answer handshake) {
        return "Cookie: " + handshake.header("set-cookie").replaceFirst(";.*", "");
    }

    private Answer handshake(String... headers) {
        return handshakeAt("/engine.io/", headers);
    }

    private Answer handshakeAt(String path, String... headers) {
        return node.http().get(path + "?EIO=4&transport=polling", headers);
    }

    /** Ends a session, with its cookie where it has one. */
    private void leave(Answer handshake) {
        String target = "/engine.io/?EIO=4&transport=polling&sid=" + PollingSession.sidIn(handshake);
        assertThat(node.http().post(target, "1", cookieOf(handshake)).brief()).isEqualTo("200 ok");
    }

    @Test
    @DisplayName("S-01 gives ids of 120 random bits, no two alike")
    void givesRandomIds() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            Answer handshake = handshake(NO_HEADERS);
            ids.add(PollingSession.sidIn(handshake));
            leave(handshake);
        }
        assertThat(ids).hasSize(20).allMatch(id -> id.matches("[A-Za-z0-9_-]{20}"));
    }

    @Test
    @DisplayName("S-02 refuses guesses, cheaply and without a log line each")
    void refusesGuesses() {
        for (int i = 0; i < 500; i++) {
            String guess = "/engine.io/?EIO=4&transport=polling&sid=" + "%020d".formatted(i);
            assertThat(node.http().get(guess).brief()).isEqualTo("400 {\"code\":1,\"message\":\"Session ID unknown\"}");
        }
    }

    @Test
    @DisplayName("S-03 takes no id from the client")
    void takesNoIdFromTheClient() {
        String wish = "AAAAAAAAAAAAAAAAAAAA";
        Answer handshake = handshake("Cookie: io=" + wish + "; sid=" + wish, "io: " + wish, "sid: " + wish);
        assertThat(handshake.brief()).startsWith("200 0{").doesNotContain(wish);
        assertThat(handshake.header("set-cookie")).doesNotContain(wish);
        leave(handshake);
    }

    @Test
    @DisplayName("S-04 serves a session to who shows its cookie, where that is asked for")
    void asksForTheCookie() {
        Answer victim = handshake(NO_HEADERS);
        Answer thief = handshake(NO_HEADERS);
        String stolen = "/engine.io/?EIO=4&transport=polling&sid=" + PollingSession.sidIn(victim);
        if (node.carriesBy(Setup.STRICT)) {
            assertThat(node.http().post(stolen, "4stolen").brief()).isEqualTo(FORBIDDEN);
            assertThat(node.http().get(stolen, cookieOf(thief)).brief()).isEqualTo(FORBIDDEN);
            String upgrade = WebSocketWire.request(
                    stolen.replace("polling", "websocket"), "Origin: http://localhost", cookieOf(thief));
            assertThat(node.http().send(upgrade).brief()).isEqualTo(FORBIDDEN);
        } else {
            // as the reference does: a known id is accepted from anybody
            assertThat(victim.header("set-cookie")).isEmpty();
        }
        assertThat(node.http().post(stolen, "4mine", cookieOf(victim)).brief()).isEqualTo("200 ok");
        assertThat(node.http().get(stolen, cookieOf(victim)).body()).isIn("4mine", "2\u001e4mine", "4mine\u001e2");
        leave(victim);
        leave(thief);
    }

    @Test
    @DisplayName("S-05 writes no id into the log, whatever its session does")
    void keepsIdsOutOfTheLog() {
        Answer handshake = handshake(NO_HEADERS);
        String sid = PollingSession.sidIn(handshake);
        String target = "/engine.io/?EIO=4&transport=polling&sid=" + sid;
        node.http().get(target.replace("EIO=4", "EIO=3"), cookieOf(handshake));
        node.http().post(target, "not a packet", cookieOf(handshake));
        node.http().get(target, cookieOf(handshake));
        assertThat(node.log().contains(sid)).isFalse();
    }

    @Test
    @DisplayName("S-05 lets nobody hear or read the id of another session, whatever its client does in namespaces")
    void keepsIdsFromOtherClients() {
        node.log().expect("the application failed on an event");
        try (WebSocketClient spy = WebSocketClient.open(node.port())) {
            spy.connect("/hostile");
            spy.ask("2/hostile,1[\"join-room\",\"audience\"]");
            Answer handshake = handshakeAt("/socket.io/", "X-Name: victim");
            String sid = PollingSession.sidIn(handshake);
            String target = "/socket.io/?EIO=4&transport=polling&sid=" + sid;
            String body = String.join(
                    "\u001e",
                    "40/hostile,{\"token\":\"victim\"}",
                    "42/hostile,[\"relay\",\"hello\"]",
                    "42/hostile,[\"tell\",\"audience\",\"hello\"]",
                    "42/hostile,[\"fail\"]",
                    "42/hostile,1[\"long\",\"seven\"]");
            assertThat(node.http().post(target, body, cookieOf(handshake)).brief())
                    .isEqualTo("200 ok");
            String heard = spy.next() + spy.next() + spy.ask("2/hostile,2[\"who\"]");
            assertThat(heard).contains("hello", "victim").doesNotContain(sid);
            node.http().post(target, "42/hostile,{}", cookieOf(handshake));
            assertThat(spy.ask("2/hostile,3[\"who\"]")).doesNotContain(sid);
            assertThat(node.log().contains(sid)).isFalse();
        }
    }

    @Test
    @DisplayName("S-09 guards its cookie, where there is one, and never tells the id by it")
    void guardsItsCookie() {
        Answer handshake = handshake(NO_HEADERS);
        String cookie = handshake.header("set-cookie");
        if (node.carriesBy(Setup.STRICT)) {
            assertThat(cookie)
                    .startsWith("io=")
                    .containsIgnoringCase("HttpOnly")
                    .containsIgnoringCase("SameSite=Lax")
                    .containsIgnoringCase("Path=/")
                    .doesNotContain(PollingSession.sidIn(handshake));
        } else {
            assertThat(cookie).isEmpty();
        }
        leave(handshake);
    }
}
