package io.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many clients, or clients that take more than they are given. */
@On({Setup.UPGRADE, Setup.ENDPOINT})
class CrowdIT extends HostileInput {

    CrowdIT(Node node) {
        super(node);
    }

    @Test
    @DisplayName("E-09 forgets a thousand clients that are killed at once")
    void forgetsTheKilled() {
        List<Tcp> connections = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            connections.add(WebSocketWire.session(node.port()).connection());
        }
        for (int i = 0; i < 100; i++) {
            connections.add(PollingSession.open(node.http()).park());
        }
        // where opening a thousand takes longer than a heartbeat, the first have gone already
        assertThat(node.status("sessions")).isGreaterThan(300);
        connections.forEach(Tcp::reset);
        node.await("files to be closed", () -> node.hasItsFilesBack());
    }

    @Test
    @DisplayName("E-13k answers everybody after many upgrades at once that failed as soon as they were open")
    void answersAfterFailedUpgrades() throws InterruptedException {
        List<Thread> attackers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread attacker = new Thread(() -> failToUpgrade(100), "attacker-" + i);
            attackers.add(attacker);
            attacker.start();
        }
        for (Thread attacker : attackers) {
            attacker.join();
        }
        List<WebSocketWire> sessions = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            sessions.add(WebSocketWire.session(node.port()).text("4anybody there?"));
        }
        for (WebSocketWire session : sessions) {
            assertThat(session.next()).isEqualTo(Frame.text("4anybody there?"));
            session.connection().reset();
        }
    }

    /** The frame that breaks the rules goes out with the handshake; containers are still opening the connection then. */
    private void failToUpgrade(int times) {
        for (int i = 0; i < times; i++) {
            PollingSession session = PollingSession.open(node.http());
            WebSocketWire upgrade = WebSocketWire.upgradeOf(session);
            upgrade.connection().trySend(Frame.text("5").masked());
            upgrade.read();
            upgrade.connection().reset();
            session.post("1");
        }
    }

    @Test
    @DisplayName("E-21 closes a WebSocket whose client does not read, and says why")
    void closesASlowWebSocket() {
        long before = node.status("slow consumer");
        Tcp deaf = Tcp.withTinyWindow(node.port());
        WebSocketWire session = WebSocketWire.connect(deaf, "/engine.io/?EIO=4&transport=websocket");
        byte[] message = Frame.text("4" + "s".repeat(200_000)).masked();
        Thread talker = new Thread(() -> {
            for (int i = 0; i < 2_000 && deaf.trySend(message); i++) {
                // the echoes pile up at the server, since nobody reads them
            }
        });
        talker.start();
        node.await("the slow client to be closed", () -> node.status("slow consumer") == before + 1);
        assertThat(node.strangers()).isZero();
        assertThat(session.endsWithin(Duration.ofSeconds(20))).isTrue();
        deaf.close();
    }
}
