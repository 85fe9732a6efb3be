package io.tidings.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.LogLines;
import io.tidings.engine.PeerFaults.Kind;
import io.tidings.schedule.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PeerFaultsTest {

    @RegisterExtension
    final LogLines log = new LogLines(PeerFaults.class);

    private final ManualTime time = new ManualTime();
    private final PeerFaults faults = new PeerFaults(time);

    @Test
    @DisplayName("L-02 logs one line a second of each kind and counts the others")
    void logsOneLineASecondOfEachKind() {
        for (int i = 0; i < 1_000; i++) {
            faults.note(Kind.BAD_REQUEST, () -> "first");
        }
        faults.note(Kind.CLOSED_SESSION, () -> "other kind");
        time.standStill(Duration.ofMillis(999));
        faults.note(Kind.BAD_REQUEST, () -> "too early");
        time.standStill(Duration.ofMillis(1));
        faults.note(Kind.BAD_REQUEST, () -> "second");

        assertThat(messages())
                .containsExactly(
                        "refused a request: first",
                        "closed a session: other kind",
                        "refused a request: second (and 1000 more of this kind since the last line)");
        assertThat(faults.count(Kind.BAD_REQUEST)).isEqualTo(1_002);
        assertThat(faults.count(Kind.CLOSED_SESSION)).isEqualTo(1);
        assertThat(faults.count(Kind.REFUSED_HANDSHAKE)).isZero();
    }

    @Test
    @DisplayName("L-02 does not even make the text of a line that is passed over")
    void doesNotMakeTheTextOfALineThatIsPassedOver() {
        faults.note(Kind.BAD_REQUEST, () -> "first");

        faults.note(Kind.BAD_REQUEST, () -> {
            throw new AssertionError("nobody reads this");
        });

        assertThat(messages()).hasSize(1);
    }

    @Test
    @DisplayName("L-01 escapes what a client sent")
    void escapesWhatAClientSent() {
        faults.note(Kind.BAD_REQUEST, () -> "a\r\nINFO: forged ${jndi:ldap://x}");

        assertThat(messages()).containsExactly("refused a request: a\\u{d}\\u{a}INFO: forged \\u{24}{jndi:ldap://x}");
    }

    @Test
    @DisplayName(
            "L-01, L-02 tells of failures of the application with their stack, as rarely, and escapes where they were")
    void tellsOfFailuresOfTheApplication() {
        Throwable failure = new IllegalStateException("as the test wants");
        faults.applicationFailed("Bean.say on \"a\nb\", socket x", failure);
        faults.applicationFailed("second", new StackOverflowError());
        time.standStill(Duration.ofSeconds(1));
        faults.applicationFailed("e".repeat(1_000), failure);

        assertThat(messages().get(0))
                .isEqualTo(
                        "the application failed on an event: Bean.say on \"a\\u{a}b\", socket x; the session stays open");
        assertThat(messages().get(1))
                .endsWith("e… (and 1 more of this kind since the last line); the session stays open")
                .hasSizeLessThan(400);
        assertThat(messages()).hasSize(2);
        assertThat(log.records()).allSatisfy(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARNING);
            assertThat(line.getThrown()).isSameAs(failure);
        });
        assertThat(faults.count(Kind.FAILED_HANDLER)).isEqualTo(3);
    }

    private List<String> messages() {
        return log.messages();
    }
}
