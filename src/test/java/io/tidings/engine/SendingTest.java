package io.tidings.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.engine.EngineUnderTest.Wired;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.engineio.EnginePacket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SendingTest {

    @RegisterExtension
    final EngineUnderTest test = new EngineUnderTest();

    @Test
    void sendsAtOnceWhereNoBatchRuns() {
        Wired wired = test.openWebSocket();

        assertThat(wired.send("a")).isTrue();

        assertThat(wired.transport().sent()).containsExactly("4a");
    }

    @Test
    void closesASessionWhoseClientDoesNotReadAtItsLimitOfPackets() {
        Wired wired = test.tune(new Tuning().outbox(10, 1_000_000)).openWebSocket();
        wired.transport().stall();
        for (int i = 0; i < 10; i++) {
            assertThat(wired.send("m" + i)).isTrue();
        }

        assertThat(wired.send("one too many")).isFalse();

        assertThat(wired.session().closeReason()).contains(CloseReason.SLOW_CONSUMER);
        assertThat(wired.transport().closeReason()).contains(CloseReason.SLOW_CONSUMER);
        assertThat(test.queuedBytes()).isZero();
    }

    @Test
    void closesASessionWhoseClientDoesNotReadAtItsLimitOfBytes() {
        Wired wired = test.tune(new Tuning().outbox(1_000, 10_000)).openWebSocket();
        wired.transport().stall();
        assertThat(wired.session().send(EnginePacket.binary(Bytes.wrap(new byte[10_000]))))
                .isTrue();

        assertThat(wired.send("")).isFalse();

        assertThat(wired.session().closeReason()).contains(CloseReason.SLOW_CONSUMER);
    }

    @Test
    void leavesAClientThatReadsAlone() {
        Wired wired = test.tune(new Tuning().outbox(10, 100)).openWebSocket();
        for (int i = 0; i < 1_000; i++) {
            assertThat(wired.send("message " + i)).isTrue();
        }

        assertThat(wired.session().isOpen()).isTrue();
        assertThat(wired.transport().sent()).hasSize(1_000);
    }

    @Test
    void leavesAClientThatReadsAloneEvenWhereOneBatchBringsMoreThanTheLimit() {
        test.tune(new Tuning().outbox(10, 1_000_000));
        test.listener().whenMessage((session, message) -> {
            for (int i = 0; i < 100; i++) {
                session.send(EnginePacket.text("answer " + i));
            }
        });
        Wired wired = test.openWebSocket();

        wired.transport().receive("4go");

        assertThat(wired.session().isOpen()).isTrue();
        assertThat(wired.transport().sent()).hasSize(100);
    }

    @Test
    void closesTheSessionThatTheNodeHasNoRoomFor() {
        Wired wired = test.nodeLimit(1_000).openWebSocket();
        Wired other = test.openWebSocket();
        wired.transport().stall();
        other.transport().stall();
        assertThat(wired.send("x".repeat(899))).isTrue();

        assertThat(other.send("x".repeat(100))).isFalse();

        assertThat(other.session().closeReason()).contains(CloseReason.OVERLOADED);
        assertThat(wired.session().isOpen()).isTrue();
        assertThat(test.queuedBytes()).isEqualTo(900);
    }

    @Test
    void sendsAllOrNothingOfWhatBelongsTogether() {
        Wired wired = test.tune(new Tuning().outbox(3, 1_000_000)).openWebSocket();
        wired.transport().stall();
        wired.send("a");
        List<EnginePacket> unit = List.of(EnginePacket.text("event"), EnginePacket.binary(Bytes.utf8("attachment")));

        assertThat(wired.session().send(unit)).isTrue();
        wired.transport().unstall();

        assertThat(wired.transport().sent()).containsExactly("4a", "4event", "4attachment");
    }

    @Test
    void sendsNothingForNothing() {
        Wired wired = test.openPolling();
        int writes = wired.transport().writes();

        assertThat(wired.session().send(List.of())).isTrue();

        assertThat(wired.transport().writes()).isEqualTo(writes);
    }
}
