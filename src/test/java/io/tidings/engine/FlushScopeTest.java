package io.tidings.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.LogLines;
import io.tidings.engine.EngineUnderTest.Wired;
import io.tidings.protocol.engineio.EnginePacket;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FlushScopeTest {

    @RegisterExtension
    final EngineUnderTest test = new EngineUnderTest();

    @RegisterExtension
    final LogLines log = new LogLines(FlushScope.class);

    private final Wired one = test.openWebSocket();
    private final Wired other = test.openWebSocket();

    @Test
    void writesOnceForAllThatABatchSends() {
        test.listener().whenMessage((session, message) -> {
            session.send(message);
            other.send("copy of " + message.data().toUtf8String());
        });
        int writes = one.transport().writes();
        int writesOfOther = other.transport().writes();

        one.transport().receive(EnginePacket.text("a"), EnginePacket.text("b"), EnginePacket.text("c"));

        assertThat(one.transport().writes()).isEqualTo(writes + 1);
        assertThat(other.transport().writes()).isEqualTo(writesOfOther + 1);
        assertThat(one.transport().sent()).containsExactly("4a", "4b", "4c");
        assertThat(other.transport().sent()).containsExactly("4copy of a", "4copy of b", "4copy of c");
    }

    @Test
    void writesEarlierWhereHalfTheOutboxIsFull() {
        test.listener().whenMessage((session, message) -> {
            for (int i = 0; i < 700; i++) {
                session.send(message);
            }
        });
        int writes = one.transport().writes();

        one.transport().receive("4a");

        assertThat(one.transport().writes()).isEqualTo(writes + 2);
        assertThat(one.transport().sent()).hasSize(700);
    }

    @Test
    void writesWhatWasSentBeforeTheApplicationFailed() {
        test.listener().whenMessage((session, message) -> {
            session.send(message);
            throw new IllegalStateException("a handler that fails, as the test wants");
        });

        one.transport().receive("4a");

        assertThat(one.transport().sent()).containsExactly("4a");
    }

    @Test
    void writesTheNextBatchToo() {
        test.listener().whenMessage(EngineSession::send);
        one.transport().receive("4a");
        one.transport().receive("4b");

        assertThat(one.transport().sent()).containsExactly("4a", "4b");
        assertThat(one.send("outside of a batch")).isTrue();
        assertThat(one.transport().sent()).containsExactly("4outside of a batch");
    }

    @Test
    void belongsToTheWholeBatchWhereOneBatchRunsInsideAnother() {
        test.listener().whenMessage((session, message) -> {
            if (session.equals(one.session())) {
                one.send("before");
                other.transport().receive("4inner");
                one.send("after");
            } else {
                session.send(message);
            }
        });
        int writes = one.transport().writes();

        one.transport().receive("4outer");

        assertThat(one.transport().writes()).isEqualTo(writes + 1);
        assertThat(one.transport().sent()).containsExactly("4before", "4after");
        assertThat(other.transport().sent()).containsExactly("4inner");
    }

    @Test
    void flushesWhatAClosingSessionStillSends() {
        test.listener().whenMessage((session, message) -> {
            session.send(message);
            session.close();
        });

        one.transport().receive("4a");

        assertThat(one.transport().sent()).containsExactly("4a", "1");
        assertThat(one.session().closeReason()).contains(CloseReason.FORCED_CLOSE);
    }

    @Test
    void flushesWhatIsSentWhileABatchIsFlushed() {
        test.listener().whenClosed(session -> other.send("the other has gone"));
        int writes = other.transport().writes();

        FlushScope.run(() -> {
            other.send("a");
            one.session().close();
        });

        assertThat(one.session().closeReason()).contains(CloseReason.FORCED_CLOSE);
        assertThat(other.transport().sent()).containsExactly("4a", "4the other has gone");
        assertThat(other.transport().writes()).isEqualTo(writes + 2);
    }

    @Test
    void runsActionsAtTheEndOfTheBatchBeforeItsSessionsAreFlushed() {
        List<String> order = new ArrayList<>();

        FlushScope.run(() -> {
            FlushScope.atEnd(
                    () -> order.add("first action, writes: " + one.transport().sent()));
            FlushScope.atEnd(() -> order.add("second action"));
            one.send("a");
            order.add("batch");
        });

        assertThat(order).containsExactly("batch", "first action, writes: []", "second action");
        assertThat(one.transport().sent()).containsExactly("4a");
    }

    @Test
    void writesWhatTheLastActionsSendTogetherWithTheRest() {
        int writes = one.transport().writes();

        FlushScope.run(() -> {
            FlushScope.atEnd(() -> {
                one.send("action");
                FlushScope.atEnd(() -> one.send("action of an action"));
                other.send("new");
            });
            one.send("batch");
        });

        assertThat(one.transport().writes()).isEqualTo(writes + 1);
        assertThat(one.transport().sent()).containsExactly("4batch", "4action", "4action of an action");
        assertThat(other.transport().sent()).containsExactly("4new");
    }

    @Test
    void runsAnActionOfAnInnerBatchAtTheEndOfTheOuterOne() {
        List<String> order = new ArrayList<>();

        FlushScope.run(() -> {
            FlushScope.run(() -> FlushScope.atEnd(() -> order.add("action")));
            order.add("outer batch");
        });

        assertThat(order).containsExactly("outer batch", "action");
    }

    @Test
    void runsAnActionAtOnceWhereNoBatchRuns() {
        int writes = one.transport().writes();

        FlushScope.atEnd(() -> {
            one.send("a");
            one.send("b");
        });

        assertThat(one.transport().writes()).isEqualTo(writes + 1);
        assertThat(one.transport().sent()).containsExactly("4a", "4b");
    }

    @Test
    void goesOnBehindAnActionThatFails() {
        FlushScope.run(() -> {
            FlushScope.atEnd(() -> {
                throw new AssertionError("an action that fails, as the test wants");
            });
            FlushScope.atEnd(() -> one.send("a"));
        });
        FlushScope.atEnd(() -> {
            throw new IllegalStateException("another one, outside of a batch");
        });

        assertThat(one.transport().sent()).containsExactly("4a");
        assertThat(log.records()).hasSize(2).allMatch(line -> line.getLevel().equals(Level.SEVERE));
        assertThat(one.send("b")).isTrue();
        assertThat(one.transport().sent()).containsExactly("4b");
    }

    @Test
    void runsItsLastActionsBehindABatchThatFails() {
        assertThatThrownBy(() -> FlushScope.run(() -> {
                    FlushScope.atEnd(() -> one.send("a"));
                    throw new IllegalStateException("a batch that fails, as the test wants");
                }))
                .hasMessageStartingWith("a batch that fails");

        assertThat(one.transport().sent()).containsExactly("4a");
        assertThat(log.records()).isEmpty();
    }
}
