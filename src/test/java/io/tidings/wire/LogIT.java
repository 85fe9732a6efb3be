package io.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients can make the server write, and keep. */
@On({Setup.UPGRADE, Setup.ENDPOINT})
class LogIT extends HostileInput {

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
