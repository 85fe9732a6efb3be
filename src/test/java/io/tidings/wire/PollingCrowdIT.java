package io.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many clients that poll or seem to, or one that never does. */
@On(Setup.UPGRADE)
class PollingCrowdIT extends HostileInput {

    private static final String POLLING = "/engine.io/?EIO=4&transport=polling";

    PollingCrowdIT(Node node) {
        super(node);
    }

    @Test
    @DisplayName("E-21 closes a polling session whose client posts and does not poll, and says why")
    void closesASlowPoller() {
        long before = node.status("slow consumer");
        PollingSession session = PollingSession.open(node.http());
        for (int i = 0; i < 10 && !session.isGone(); i++) {
            session.post("4" + "s".repeat(300_000));
        }
        assertThat(node.status("slow consumer")).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("E-12 forgets twenty thousand handshakes that nothing follows")
    void forgetsHandshakes() {
        long heap = node.server().process().probe().liveHeap();
        String batch = Http.head("GET", POLLING).repeat(100);
        long most = 0;
        for (int i = 0; i < 200; i++) {
            try (Tcp connection = Tcp.to(node.port()).send(batch.getBytes(StandardCharsets.US_ASCII))) {
                for (int answer = 0; answer < 100; answer++) {
                    assertThat(Answer.from(connection).status()).isEqualTo(200);
                }
            }
            if (i % 20 == 19) {
                most = Math.max(most, node.strangers());
            }
        }
        node.assertEcho();
        long each = (node.server().process().probe().liveHeap() - heap) / Math.max(1, node.strangers());
        Measurements.note(node + ": up to " + most + " idle handshakes at once, about " + each + " bytes each");
        node.await("all of them to expire", () -> node.strangers() == 0);
    }

    @Test
    @DisplayName("E-11 lets nobody wait for hundreds of slow bodies and headers")
    void survivesManySlowBodies() {
        List<Tcp> slow = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            PollingSession session = PollingSession.open(node.http());
            slow.add(Tcp.to(node.port()).send(Http.head("POST", session.target(), "Content-Length: 100") + "4"));
            slow.add(Tcp.to(node.port()).send("GET " + session.target() + " HTTP/1.1\r\nHost: lo"));
        }
        node.assertEcho();
        assertThat(node.http().get("/status").status()).isEqualTo(200);
        node.await("the slow sessions to end", () -> node.strangers() == 0);
        slow.forEach(Tcp::reset);
    }
}
