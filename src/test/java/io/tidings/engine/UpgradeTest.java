package io.tidings.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.engine.EngineUnderTest.Wired;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.engineio.PacketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpgradeTest {

    @RegisterExtension
    final EngineUnderTest test = new EngineUnderTest();

    private final Wired wired = test.openPolling();
    private final RecordingTransport polling = wired.transport();

    @Test
    void movesASessionFromPollingToWebSocket() {
        RecordingTransport probing = wired.startUpgrade();

        probing.receive("2probe");
        assertThat(probing.sent()).containsExactly("3probe");
        assertThat(wired.session().transportKind()).isEqualTo(TransportKind.POLLING);

        probing.receive("5");
        assertThat(wired.session().transportKind()).isEqualTo(TransportKind.WEBSOCKET);
        assertThat(wired.link().transport()).isSameAs(probing);
        assertThat(polling.calls()).endsWith("retire");
        assertThat(test.listener().messagesOf(wired.session())).containsExactly("upgraded");

        wired.send("a");
        assertThat(probing.sent()).containsExactly("4a");
        assertThat(polling.sent()).isEmpty();
    }

    @Test
    void carriesMessagesOverTheOldTransportUntilTheEnd() {
        RecordingTransport probing = wired.startUpgrade();
        wired.send("before the probe");
        probing.receive("2probe");
        wired.send("behind the probe");
        polling.receive("4from the client");

        assertThat(polling.sent()).containsExactly("4before the probe", "4behind the probe");
        assertThat(probing.sent()).containsExactly("3probe");
        assertThat(test.listener().messagesOf(wired.session())).containsExactly("from the client");
    }

    @Test
    void bringsWhatWaitsOverTheNewTransportInOrder() {
        polling.stall();
        RecordingTransport probing = wired.startUpgrade();
        wired.send("a");
        probing.receive("2probe");
        wired.send("b");
        assertThat(probing.sent()).containsExactly("3probe");

        probing.receive("5");
        wired.send("c");

        assertThat(probing.sent()).containsExactly("4a", "4b", "4c");
        polling.unstall();
        assertThat(polling.sent()).isEmpty();
    }

    @Test
    void takesMessagesThatFollowTheUpgradeInTheSameRead() {
        RecordingTransport probing = wired.startUpgrade();
        probing.receive("2probe");

        probing.receive(EnginePacket.UPGRADE, EnginePacket.text("a"), EnginePacket.text("b"));

        assertThat(test.listener().messagesOf(wired.session())).containsExactly("upgraded", "a", "b");
    }

    @Test
    void takesAProbeAndAnUpgradeOfOneRead() {
        RecordingTransport probing = wired.startUpgrade();

        probing.receive(probe(), EnginePacket.UPGRADE, EnginePacket.text("a"));

        assertThat(wired.session().transportKind()).isEqualTo(TransportKind.WEBSOCKET);
        assertThat(probing.sent()).containsExactly("3probe");
        assertThat(test.listener().messagesOf(wired.session())).containsExactly("upgraded", "a");
    }

    @Test
    @DisplayName("E-14 releases waiting polls at once and every 50 ms until the client has moved")
    void releasesWaitingPollsUntilTheClientHasMoved() {
        RecordingTransport probing = wired.startUpgrade();
        assertThat(polling.count("release")).isZero();

        probing.receive("2probe");
        assertThat(polling.count("release")).isEqualTo(1);
        test.time().advance(Duration.ofMillis(300));
        assertThat(polling.count("release")).isEqualTo(7);

        probing.receive("5");
        test.time().advance(Duration.ofSeconds(2));
        assertThat(polling.count("release")).isEqualTo(7);
        assertThat(probing.count("release")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2probe"})
    @DisplayName("E-13 gives up a silent upgrade in time and goes on polling")
    void givesUpASilentUpgradeInTime(String said) {
        RecordingTransport probing = wired.startUpgrade();
        if (!said.isEmpty()) {
            probing.receive(said);
        }

        test.time().advance(Tuning.UPGRADE_TIMEOUT.minusMillis(100));
        assertThat(probing.closeReason()).isEmpty();
        test.time().advance(Duration.ofMillis(150));

        assertThat(probing.closeReason()).contains(CloseReason.TRANSPORT_ERROR);
        long releases = polling.count("release");
        test.time().advance(Duration.ofSeconds(1));
        assertThat(polling.count("release")).isEqualTo(releases);
        stillPolls();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "2prob", "2", "4message", "3", "6", "1", "0"})
    @DisplayName("E-13 gives up an upgrade that does not begin with the probe")
    void givesUpAnUpgradeThatDoesNotBeginWithTheProbe(String packet) {
        RecordingTransport probing = wired.startUpgrade();

        probing.receive(packet);

        assertThat(probing.closeReason()).contains(CloseReason.TRANSPORT_ERROR);
        stillPolls();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2probe", "4message", "3probe", "6", "1"})
    @DisplayName("E-13 gives up an upgrade that goes on with anything but the upgrade")
    void givesUpAnUpgradeThatGoesOnWithAnythingElse(String packet) {
        RecordingTransport probing = wired.startUpgrade();
        probing.receive("2probe");

        probing.receive(packet);

        assertThat(probing.closeReason()).contains(CloseReason.TRANSPORT_ERROR);
        assertThat(test.listener().messagesOf(wired.session())).isEmpty();
        stillPolls();
    }

    @Test
    void ignoresWhatAnAbandonedTransportStillSays() {
        RecordingTransport probing = wired.startUpgrade();
        probing.receive("5");

        probing.receive("2probe");
        probing.receive("5");
        probing.receive("4message");

        assertThat(wired.session().transportKind()).isEqualTo(TransportKind.POLLING);
        stillPolls();
    }

    @Test
    void goesOnPollingWhereTheNewTransportBreaks() {
        RecordingTransport probing = wired.startUpgrade();
        probing.receive("2probe");

        probing.lose(CloseReason.TRANSPORT_ERROR);

        stillPolls();
    }

    @Test
    void letsTheClientTryAgain() {
        wired.startUpgrade().lose(CloseReason.TRANSPORT_CLOSE);
        RecordingTransport second = wired.startUpgrade();

        second.receive("2probe");
        second.receive("5");

        assertThat(wired.session().transportKind()).isEqualTo(TransportKind.WEBSOCKET);
    }

    @Test
    @DisplayName("E-13 refuses a second upgrade beside the first, and one of a session that has moved")
    void refusesASecondUpgrade() {
        RecordingTransport first = wired.startUpgrade();
        RecordingTransport second = RecordingTransport.webSocket(wired.link());
        assertThat(wired.link().startUpgrade(second)).isFalse();

        first.receive("2probe");
        first.receive("5");

        assertThat(wired.link().startUpgrade(second)).isFalse();
        second.receive("2probe");
        second.lose(CloseReason.TRANSPORT_ERROR);
        assertThat(wired.link().transport()).isSameAs(first);
        assertThat(wired.session().isOpen()).isTrue();
    }

    @Test
    @DisplayName("E-13 ignores a second '5' behind the upgrade")
    void ignoresASecondUpgradePacket() {
        RecordingTransport probing = wired.startUpgrade();
        probing.receive("2probe");
        probing.receive("5");

        probing.receive("5");

        assertThat(wired.session().isOpen()).isTrue();
        assertThat(test.listener().messagesOf(wired.session())).containsExactly("upgraded");
    }

    @Test
    void refusesAnUpgradeWhereThereIsNone() {
        Wired webSocket = test.openWebSocket();
        assertThat(webSocket.link().startUpgrade(RecordingTransport.webSocket(webSocket.link())))
                .isFalse();

        wired.session().close(CloseReason.FORCED_CLOSE);
        assertThat(wired.link().startUpgrade(RecordingTransport.webSocket(wired.link())))
                .isFalse();

        for (Tuning without :
                List.of(new Tuning().allowUpgrades(false), new Tuning().transports(Set.of(TransportKind.POLLING)))) {
            webSocket.session().close(CloseReason.FORCED_CLOSE);
            test.tune(without);
            Wired polls = test.openPolling();
            assertThat(polls.link().startUpgrade(RecordingTransport.webSocket(polls.link())))
                    .isFalse();
            polls.session().close(CloseReason.FORCED_CLOSE);
        }
    }

    @Test
    void keepsTheHeartbeatGoingDuringAnUpgrade() {
        test.time().advance(Tuning.PING_INTERVAL.minusSeconds(1));
        RecordingTransport probing = wired.startUpgrade();
        probing.receive("2probe");
        test.time().advance(Duration.ofSeconds(1));
        assertThat(polling.sent()).containsExactly("2");

        probing.receive("5");
        probing.receive("3");
        test.time().advance(Tuning.PING_INTERVAL);

        assertThat(probing.sent()).containsExactly("3probe", "2");
        assertThat(wired.session().isOpen()).isTrue();
    }

    @Test
    void losesNothingThatIsSentWhileTheClientMoves() {
        List<String> expected = new ArrayList<>();
        polling.stall();
        RecordingTransport probing = wired.startUpgrade();
        for (int i = 0; i < 100; i++) {
            wired.send("m" + i);
            expected.add("4m" + i);
            if (i == 30) {
                probing.receive("2probe");
            }
        }
        probing.sent();

        probing.receive("5");

        assertThat(probing.sent()).isEqualTo(expected);
    }

    private void stillPolls() {
        assertThat(wired.session().isOpen()).isTrue();
        assertThat(wired.session().transportKind()).isEqualTo(TransportKind.POLLING);
        wired.send("still here");
        polling.receive("4so am I");
        assertThat(polling.sent()).contains("4still here");
        assertThat(test.listener().messagesOf(wired.session())).containsExactly("so am I");
        test.time().advance(Tuning.PING_INTERVAL);
        assertThat(polling.sent()).containsExactly("2");
    }

    private static EnginePacket probe() {
        return new EnginePacket(PacketType.PING, EnginePacket.PROBE, false);
    }
}
