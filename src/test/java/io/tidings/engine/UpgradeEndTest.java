package io.tidings.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.engine.EngineUnderTest.Wired;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The end of a session while its client moves. */
class UpgradeEndTest {

    @RegisterExtension
    final EngineUnderTest test = new EngineUnderTest();

    private final Wired wired = test.openPolling();
    private final RecordingTransport polling = wired.transport();

    @Test
    void closesBothTransports() {
        RecordingTransport probing = wired.startUpgrade();
        probing.receive("2probe");

        wired.session().close(CloseReason.SERVER_SHUTTING_DOWN);

        assertThat(polling.closeReason()).contains(CloseReason.SERVER_SHUTTING_DOWN);
        assertThat(probing.closeReason()).contains(CloseReason.TRANSPORT_ERROR);
    }

    @Test
    void closesBothTransportsWhenTheClientDoesNotAnswer() {
        test.time().advance(Tuning.PING_INTERVAL.plus(Tuning.PING_TIMEOUT).minusSeconds(1));
        RecordingTransport probing = wired.startUpgrade();
        probing.receive("2probe");

        test.time().advance(Tuning.UPGRADE_TIMEOUT);

        assertThat(wired.session().closeReason()).contains(CloseReason.PING_TIMEOUT);
        assertThat(probing.closeReason()).isPresent();
    }

    @Test
    @DisplayName("E-15 a close while upgrading loses no queued packet, where the client moves")
    void losesNothingWhereTheClientMoves() {
        polling.stall();
        RecordingTransport probing = wired.startUpgrade();
        probing.receive("2probe");
        probing.sent();
        List<String> expected = sendHundred();

        wired.session().close();
        assertThat(wired.session().closeReason()).isEmpty();
        probing.receive("5");

        expected.add("1");
        assertThat(probing.sent()).isEqualTo(expected);
        assertThat(wired.session().closeReason()).contains(CloseReason.FORCED_CLOSE);
    }

    @Test
    @DisplayName("E-15 a close while upgrading loses no queued packet, where the client polls once more")
    void losesNothingWhereTheClientPollsOnceMore() {
        polling.stall();
        RecordingTransport probing = wired.startUpgrade();
        probing.receive("2probe");
        List<String> expected = sendHundred();

        wired.session().close();
        polling.unstall();

        expected.add("1");
        assertThat(polling.sent()).isEqualTo(expected);
        assertThat(probing.closeReason()).isPresent();
        assertThat(wired.session().closeReason()).contains(CloseReason.FORCED_CLOSE);
    }

    @Test
    @DisplayName("E-15 a close while upgrading loses no queued packet, where the upgrade fails")
    void losesNothingWhereTheUpgradeFails() {
        polling.stall();
        RecordingTransport probing = wired.startUpgrade();
        probing.receive("2probe");
        List<String> expected = sendHundred();
        wired.session().close();

        probing.lose(CloseReason.TRANSPORT_ERROR);
        polling.unstall();

        expected.add("1");
        assertThat(polling.sent()).isEqualTo(expected);
    }

    @Test
    void closesTheNewTransportWhereTheSessionEndsInTheVeryMomentOfTheMove() {
        Session session = (Session) wired.session();
        RecordingTransport probing = RecordingTransport.webSocket(session);
        Upgrade moving = new Upgrade(session, probing, test.deadlines(), Tuning.UPGRADE_TIMEOUT);
        session.close(CloseReason.FORCED_CLOSE);

        session.completeUpgrade(moving);

        assertThat(probing.closeReason()).contains(CloseReason.FORCED_CLOSE);
        moving.abort();
    }

    private List<String> sendHundred() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            wired.send("m" + i);
            expected.add("4m" + i);
        }
        return expected;
    }
}
