package io.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Upgrades from long polling that are begun and not finished, or not as agreed. */
@On({Setup.UPGRADE, Setup.ENDPOINT})
class UpgradeIT extends HostileInput {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final PollingSession session;

    UpgradeIT(Node node) {
        super(node);
        this.session = PollingSession.open(node.http());
    }

    private void stillPolls() {
        assertThat(session.post("4still polling").brief()).isEqualTo("200 ok");
        assertThat(session.nextMessage()).isEqualTo("4still polling");
        session.post("1");
    }

    @Test
    @DisplayName("E-13a gives up an upgrade whose client says nothing, and goes on polling")
    void givesUpASilentUpgrade() {
        try (WebSocketWire probing = WebSocketWire.upgradeOf(session)) {
            answerPingsUntil(() -> probing.endsWithin(Duration.ofMillis(200)));
        }
        stillPolls();
    }

    @Test
    @DisplayName("E-13b gives up an upgrade that stops after its probe, and goes on polling with its heartbeat")
    void givesUpAnUnfinishedUpgrade() {
        try (WebSocketWire probing = WebSocketWire.upgradeOf(session).text("2probe")) {
            assertThat(probing.read()).isEqualTo(Frame.text("3probe"));
            answerPingsUntil(() -> probing.endsWithin(Duration.ofMillis(200)));
        }
        stillPolls();
    }

    private void answerPingsUntil(java.util.function.BooleanSupplier end) {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (!end.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the end of the upgrade").isLessThan(deadline);
            if (session.poll().body().equals("2")) {
                session.post("3");
            }
        }
    }

    @Test
    @DisplayName("E-13c ends a WebSocket that probes again and again")
    void endsRepeatedProbes() {
        try (WebSocketWire probing = WebSocketWire.upgradeOf(session)) {
            byte[] probe = Frame.text("2probe").masked();
            for (int i = 0; i < 100_000 && probing.connection().trySend(probe); i++) {
                // the server closes in the middle of it, or reads and ignores the rest
            }
            assertThat(probing.endsWithin(SOON)).isTrue();
        }
        stillPolls();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "2prob", "2", "4message", "3probe", "1", "x", "0{}"})
    @DisplayName("E-13d-j gives up an upgrade that begins with anything but a probe")
    void givesUpAnythingButAProbe(String first) {
        try (WebSocketWire probing = WebSocketWire.upgradeOf(session).text(first)) {
            assertThat(probing.endsWithin(SOON)).isTrue();
        }
        stillPolls();
    }

    @Test
    @DisplayName("E-13f lets only one of two upgrades through")
    void letsOneOfTwoThrough() {
        try (WebSocketWire one = WebSocketWire.upgradeOf(session);
                WebSocketWire other = WebSocketWire.upgradeOf(session)) {
            one.connection().trySend(Frame.text("2probe").masked());
            other.connection().trySend(Frame.text("2probe").masked());
            // containers may open the two in either order
            Frame first = one.next();
            Frame second = other.next();
            assertThat(List.of(first.isClose(), second.isClose())).containsExactlyInAnyOrder(true, false);
            WebSocketWire through = first.isClose() ? other : one;
            through.text("5").text("4moved");
            assertThat(through.next()).isEqualTo(Frame.text("4moved"));
        }
    }

    @Test
    @DisplayName("E-13g ignores a second switch on a session that has moved")
    void ignoresASecondSwitch() {
        try (WebSocketWire moved = moved()) {
            moved.text("5").text("5").text("4still here");
            assertThat(moved.next()).isEqualTo(Frame.text("4still here"));
        }
    }

    @Test
    @DisplayName("E-13h ends the session when its new connection is reset")
    void endsWithItsNewConnection() {
        WebSocketWire moved = moved().text("4there");
        // a reset takes with it what the server has not read yet
        assertThat(moved.next()).isEqualTo(Frame.text("4there"));
        moved.connection().reset();
        node.await("the session to end", session::isGone);
    }

    @Test
    @DisplayName("E-13i refuses an upgrade and a poll of a session that has moved, which goes on")
    void refusesASecondMove() {
        try (WebSocketWire moved = moved()) {
            try (WebSocketWire second = WebSocketWire.upgradeOf(session).text("2probe")) {
                assertThat(second.endsWithin(SOON)).isTrue();
            }
            assertThat(session.poll().brief()).isEqualTo("400 {\"code\":3,\"message\":\"Bad request\"}");
            moved.text("4still here");
            assertThat(moved.next()).isEqualTo(Frame.text("4still here"));
        }
    }

    private WebSocketWire moved() {
        WebSocketWire moved = WebSocketWire.upgradeOf(session).text("2probe");
        assertThat(moved.next()).isEqualTo(Frame.text("3probe"));
        return moved.text("5");
    }

    @Test
    @DisplayName("E-14 releases the poll that waits when the probe comes, and one that comes later")
    void releasesPolls() {
        try (Tcp poll = session.park();
                WebSocketWire probing = WebSocketWire.upgradeOf(session).text("2probe")) {
            assertThat(Answer.from(poll).body()).isEqualTo("6");
            long before = System.nanoTime();
            assertThat(session.poll().body()).isEqualTo("6");
            Measurements.note(node + ": NOOP after " + (System.nanoTime() - before) / 1_000_000 + " ms");
            assertThat(probing.next()).isEqualTo(Frame.text("3probe"));
            probing.text("5").text("4moved");
            assertThat(probing.next()).isEqualTo(Frame.text("4moved"));
        }
    }

    @Test
    @DisplayName("E-15 loses and doubles nothing of what is sent while a session moves")
    void losesNothingWhileMoving() {
        try (WebSocketWire probing = WebSocketWire.upgradeOf(session).text("2probe")) {
            assertThat(probing.next()).isEqualTo(Frame.text("3probe"));
            StringBuilder body = new StringBuilder("4m0");
            List<String> expected = new ArrayList<>(List.of("4m0"));
            for (int i = 1; i < 60; i++) {
                body.append("\u001e4m").append(i);
                expected.add("4m" + i);
            }
            session.post(body.toString());
            probing.text("5");
            List<String> heard = new ArrayList<>();
            while (heard.size() < expected.size()) {
                heard.add(probing.next().text());
            }
            assertThat(heard).isEqualTo(expected);
        }
    }

    @Test
    @DisplayName("W-01 opens nothing on the endpoint's own path without a ticket")
    void opensNothingWithoutATicket() {
        for (String path : List.of("/tidings-websocket/abc", "/tidings-websocket/", "/tidings-websocket")) {
            WebSocketWire direct = WebSocketWire.connect(Tcp.to(node.port()), path);
            assertThat(direct.handshake().status()).isIn(400, 403, 404);
            direct.connection().close();
        }
        session.post("1");
    }
}
