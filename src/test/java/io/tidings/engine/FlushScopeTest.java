package io.tidings.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.engine.EngineUnderTest.Wired;
import io.tidings.protocol.engineio.EnginePacket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FlushScopeTest {

    @RegisterExtension
    final EngineUnderTest test = new EngineUnderTest();

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
}
