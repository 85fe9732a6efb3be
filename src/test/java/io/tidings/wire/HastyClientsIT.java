package io.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Clients of Socket.IO that are faster than the application. */
@On({Setup.UPGRADE, Setup.ENDPOINT})
class HastyClientsIT extends HostileInput {

    HastyClientsIT(Node node) {
        super(node);
    }

    /**
     * Sends for a while, and tells whether the server held the client back; else it has ended the session, where Undertow may go on
     * to take what comes and to throw it away.
     */
    private boolean isHeldBack(WebSocketClient client, int times, Said... messages) {
        AtomicInteger sent = new AtomicInteger();
        Thread sender = new Thread(() -> {
            while (sent.get() < times && client.trySend(messages)) {
                sent.incrementAndGet();
            }
        });
        sender.start();
        Node.pause(3_000);
        node.assertEcho();
        boolean heldBack = sender.isAlive();
        if (!heldBack) {
            node.await("the session to end", () -> node.status("sessions") == 2);
        }
        return heldBack;
    }

    private long threads() {
        return node.server().process().probe().threads("");
    }

    @Test
    @DisplayName("E-21 keeps a client back that is ahead of a slow handler, and nobody else")
    void holdsBackTheHasty() {
        long before = threads();
        WebSocketClient hasty = WebSocketClient.open(node.port());
        hasty.connect("/slow");
        Said event = Said.text("2/slow,[\"wait\",\"" + "h".repeat(20_000) + "\"]");
        // 100 MB are meant to be on their way
        boolean heldBack = isHeldBack(hasty, 5_000, event);
        Measurements.note(node + ": a hasty client of Socket.IO is " + (heldBack ? "held back" : "closed"));
        assertThat(heldBack).isEqualTo(node.carriesBy(Setup.UPGRADE));
        assertThat(threads() - before).isLessThan(20);
        hasty.reset();
        node.await("the backlog to be handled", Duration.ofMinutes(2), () -> node.status("queued") == 0);
    }

    @Test
    @DisplayName("E-21 answers the POST of a hasty client when the slow handler has caught up")
    void holdsBackTheHastyPoller() {
        PollingClient hasty = PollingClient.open(node.http());
        hasty.connect("/slow");
        Said[] events = new Said[200];
        Arrays.fill(events, Said.text("2/slow,[\"wait\"]"));
        long before = System.nanoTime();
        hasty.send(events);
        // while 200 events wait that take 20 ms each, at most 64 may be left
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofSeconds(2));
        assertThat(hasty.status()).isEqualTo(200);
        hasty.close();
    }

    @Test
    @DisplayName("P-34 keeps a client back that comes and goes faster than the application is told")
    void holdsBackTheRestless() {
        long before = threads();
        WebSocketClient restless = (WebSocketClient) Place.MAIN.enter(node, Way.WEBSOCKET);
        Said[] visits = new Said[200];
        for (int i = 0; i < visits.length; i += 2) {
            visits[i] = Said.text("0/lingering,");
            visits[i + 1] = Said.text("1/lingering,");
        }
        boolean heldBack = isHeldBack(restless, 2_000, visits);
        long sockets = node.status("sockets");
        Measurements.note(
                node + ": a restless client is " + (heldBack ? "held back" : "closed") + " at " + sockets + " sockets");
        assertThat(heldBack || node.carriesBy(Setup.ENDPOINT)).isTrue();
        assertThat(sockets).isLessThan(2_000);
        assertThat(threads() - before).isLessThan(200);
        restless.reset();
    }
}
