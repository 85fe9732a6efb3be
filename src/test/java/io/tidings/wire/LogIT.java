package io.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients can make the server write, and keep. */
@On({Setup.UPGRADE, Setup.ENDPOINT})
class LogIT extends HostileInput {

    private static final String FAILURE = "the application failed on an event";
    private static final String DIRECT = "/engine.io/?EIO=4&transport=websocket";

    LogIT(Node node) {
        super(node);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J", "${jndi:ldap://x/y}", "%n%n", "\u0007\u0008", "{0}{1}"})
    @DisplayName("L-01 writes nothing into the log that could steer a terminal, a parser or a look-up")
    void escapesWhatItLogs(String text) {
        node.log().fresh();
        node.http().get("/engine.io/?EIO=4&transport=" + text.replace("\u001b", "%1b"), "User-Agent: " + text);
        node.http().get("/engine.io/?EIO=4&transport=polling&sid=x", "Origin: " + text, "X-Forwarded-For: " + text);
        WebSocketWire session =
                WebSocketWire.session(node.port(), DIRECT, "X-Name: a b").text("x" + text);
        assertThat(session.closeCode()).isEqualTo(1002);
        session.connection().close();
        assertThat(node.log().fresh()).noneMatch(line -> line.contains(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J", "\r\nforged line", "${jndi:ldap://x/y}", "%n%n", "\u202e", "\u0007\u0008"})
    @DisplayName("L-01 writes no name of a namespace, event or room, no auth and no argument into the log as it came")
    void escapesWhatClientsNameThings(String text) {
        node.log().expect(FAILURE);
        String json = text.replace("\u001b", "\\u001b").replace("\r", "\\r").replace("\n", "\\n");
        json = json.replace("\u0007", "\\u0007").replace("\u0008", "\\b");
        String namespace = "/tenant-" + text + ",";
        try (WebSocketClient client = WebSocketClient.open(node.port())) {
            assertThat(client.ask("0" + namespace + "{\"token\":\"" + json + "\"}"))
                    .startsWith("0" + namespace);
            client.say("2" + namespace + "[\"fail" + json + "\",\"" + json + "\"]");
            assertThat(client.ask("2" + namespace + "1[\"join-room\",\"" + json.repeat(300) + "\"]"))
                    .startsWith("3" + namespace + "1[{\"error\"");
            fillRooms(client, namespace);
        }
        Client broken = Place.MAIN.enter(node, Way.WEBSOCKET);
        broken.say("2[\"" + json + "\"");
        assertThat(broken.isEnded()).isTrue();
        broken.close();
        assertThat(node.log().peek()).noneMatch(line -> line.contains(text) || line.startsWith("forged"));
    }

    /** The last of these goes too far, in a namespace of the client's own naming. */
    private static void fillRooms(WebSocketClient client, String namespace) {
        String[] joins = new String[1_001];
        for (int i = 0; i < joins.length; i++) {
            joins[i] = "2" + namespace + "[\"join-room\",\"" + i + "\"]";
        }
        client.say(joins);
        // the line of the failure before must be a second old
        Node.pause(1_100);
        assertThat(client.ask("2" + namespace + "2[\"join-room\",\"one more\"]"))
                .startsWith("3" + namespace + "2[{\"error\"");
    }

    @Test
    @DisplayName(
            "L-02 writes one line a second about any number of malformed packets and failing handlers of Socket.IO")
    void writesLittleOfSocketIo() {
        node.log().expect(FAILURE);
        long before = System.nanoTime();
        String[] failures = new String[50];
        Arrays.fill(failures, "2/hostile,1[\"fail\"]");
        try (WebSocketClient client = (WebSocketClient) Place.CUSTOM.enter(node, Way.WEBSOCKET)) {
            for (int i = 0; i < 200; i++) {
                client.say(failures);
                for (int k = 0; k < failures.length; k++) {
                    assertThat(client.next()).isEqualTo("3/hostile,1[{\"error\":\"Internal error\"}]");
                }
                breakOne();
            }
        }
        long seconds = (System.nanoTime() - before) / 1_000_000_000;
        List<String> heads = node.log().peek().stream()
                .filter(line -> line.contains(FAILURE) || line.contains("closed a session"))
                .toList();
        assertThat(heads).hasSizeBetween(1, (int) (2 * seconds + 4));
    }

    private void breakOne() {
        if (node.carriesBy(Setup.UPGRADE)) {
            // not over the other carrier: Payara says of its own by hundreds of lines there that it has mixed up
            // requests
            Client malformed = Place.OUTSIDE.enter(node, Way.WEBSOCKET);
            malformed.say("malformed");
            assertThat(malformed.isEnded()).isTrue();
            malformed.close();
        }
    }

    @Test
    @DisplayName("L-02 writes one line a second about any number of malformed packets and requests")
    void writesLittle() {
        node.log().fresh();
        long before = System.nanoTime();
        for (int i = 0; i < 300; i++) {
            WebSocketWire session = WebSocketWire.session(node.port()).text("malformed");
            session.closeCode();
            session.connection().close();
            node.http().get("/engine.io/?EIO=4&transport=malformed");
        }
        // a line a second after those before tells how many there were
        Node.pause(1_100);
        node.http().get("/engine.io/?EIO=4&transport=malformed");
        long seconds = (System.nanoTime() - before) / 1_000_000_000;
        List<String> lines = node.log().fresh();
        assertThat(lines).hasSizeLessThanOrEqualTo((int) (2 * seconds + 4));
        assertThat(lines).anyMatch(line -> line.contains("more of this kind"));
    }

    @Test
    @DisplayName("L-04 keeps nothing of a big message on a connection that idles after it")
    void keepsNothingOfBigMessages() {
        int clients = 40;
        List<WebSocketWire> sessions = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            sessions.add(WebSocketWire.session(node.port()));
        }
        long before = node.server().process().probe().liveHeap();
        for (WebSocketWire session : sessions) {
            session.text("4" + "b".repeat(900_000));
            assertThat(session.next().payload()).hasSize(900_001);
        }
        long after = node.server().process().probe().liveHeap();
        long each = (after - before) / clients;
        Measurements.note(node + ": an idle connection keeps " + each + " bytes after a message of 900 KB");
        assertThat(each).isLessThan(mostKept());
        sessions.forEach(session -> session.connection().reset());
    }

    /** For as long as a connection stands, Grizzly keeps the last read and the last write; Tyrus whole messages, three times. */
    private int mostKept() {
        if (node.isOnWildFly()) {
            return 100_000;
        }
        return node.carriesBy(Setup.UPGRADE) ? 300_000 : 3_000_000;
    }
}
