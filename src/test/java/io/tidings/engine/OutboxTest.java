package io.tidings.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.engineio.EnginePacket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final EnginePacket NINE = EnginePacket.text("12345678");

    private final QueuedBytes node = new QueuedBytes(1_000);
    private final Outbox outbox = new Outbox(new EngineLimits(10, 100, 64, 1_000_000, 100, 100), node);

    @AfterEach
    void everyByteIsGivenBack() {
        outbox.discard();
        assertThat(node.used()).isZero();
    }

    @Test
    void givesPacketsBackInTheirOrder() {
        EnginePacket other = EnginePacket.binary(Bytes.utf8("other"));
        outbox.offer(List.of(NINE));
        outbox.offer(List.of(other, EnginePacket.text("x")));

        assertThat(outbox.take(1_000)).containsExactly(NINE, other, EnginePacket.text("x"));
        assertThat(outbox.isEmpty()).isTrue();
        assertThat(outbox.take(1_000)).isEmpty();
        assertThat(node.used()).isZero();
    }

    @Test
    void takesNoMorePacketsThanItsLimit() {
        for (int i = 0; i < 10; i++) {
            assertThat(outbox.offer(List.of(EnginePacket.text("")))).isIn(Outbox.Offer.ACCEPTED, Outbox.Offer.PRESSING);
        }

        assertThat(outbox.offer(List.of(EnginePacket.text("")))).isEqualTo(Outbox.Offer.FULL);
        assertThat(outbox.take(1_000)).hasSize(10);
    }

    @Test
    void takesNoMoreBytesThanItsLimit() {
        for (int i = 0; i < 9; i++) {
            outbox.offer(List.of(NINE));
        }
        assertThat(node.used()).isEqualTo(81);

        assertThat(outbox.offer(List.of(EnginePacket.text("x".repeat(19))))).isEqualTo(Outbox.Offer.FULL);
        assertThat(outbox.offer(List.of(EnginePacket.text("x".repeat(18))))).isEqualTo(Outbox.Offer.PRESSING);
        assertThat(node.used()).isEqualTo(100);
    }

    @Test
    void takesOneUnitLargerThanItsLimitWhileNothingElseWaits() {
        EnginePacket large = EnginePacket.binary(Bytes.wrap(new byte[500]));

        assertThat(outbox.offer(List.of(large))).isEqualTo(Outbox.Offer.PRESSING);
        assertThat(outbox.offer(List.of(EnginePacket.text("")))).isEqualTo(Outbox.Offer.FULL);
    }

    @Test
    void takesAUnitWholeOrNotAtAll() {
        for (int i = 0; i < 8; i++) {
            outbox.offer(List.of(EnginePacket.text("")));
        }
        List<EnginePacket> unit = List.of(NINE, NINE, NINE);

        assertThat(outbox.offer(unit)).isEqualTo(Outbox.Offer.FULL);

        assertThat(node.used()).isEqualTo(8);
        assertThat(outbox.take(1_000)).hasSize(8).doesNotContain(NINE);
    }

    @Test
    void saysWhenHalfOfItIsFull() {
        for (int i = 0; i < 5; i++) {
            assertThat(outbox.offer(List.of(EnginePacket.text("")))).isEqualTo(Outbox.Offer.ACCEPTED);
        }
        assertThat(outbox.offer(List.of(EnginePacket.text("")))).isEqualTo(Outbox.Offer.PRESSING);

        outbox.take(1_000);
        assertThat(outbox.offer(List.of(EnginePacket.text("x".repeat(49))))).isEqualTo(Outbox.Offer.ACCEPTED);
        assertThat(outbox.offer(List.of(EnginePacket.text("")))).isEqualTo(Outbox.Offer.PRESSING);
    }

    @Test
    void takesNothingOnceTheNodeIsFull() {
        node.reserve(995);

        assertThat(outbox.offer(List.of(NINE))).isEqualTo(Outbox.Offer.NODE_FULL);
        assertThat(outbox.offer(List.of(EnginePacket.text("abcd")))).isEqualTo(Outbox.Offer.ACCEPTED);

        node.release(995);
        assertThat(node.used()).isEqualTo(5);
    }

    @Test
    void letsPacketsOfTheSessionItselfInWhateverTheLimitsSay() {
        node.reserve(1_000);

        outbox.offerControl(EnginePacket.PING);

        assertThat(outbox.take(1_000)).containsExactly(EnginePacket.PING);
        node.release(1_000);
    }

    @Test
    void givesAtLeastOnePacketAndOtherwiseOnlyWhatFits() {
        outbox.offer(List.of(NINE, NINE, NINE));

        assertThat(outbox.take(1)).hasSize(1);
        assertThat(node.used()).isEqualTo(18);
        assertThat(outbox.take(17)).hasSize(1);
        assertThat(outbox.take(9)).hasSize(1);
        assertThat(outbox.isEmpty()).isTrue();
    }

    @Test
    void letsNothingInBehindItsSeal() {
        outbox.offer(List.of(NINE));

        assertThat(outbox.seal()).isTrue();
        assertThat(outbox.seal()).isFalse();

        assertThat(outbox.offer(List.of(NINE))).isEqualTo(Outbox.Offer.SEALED);
        assertThat(outbox.offer(List.of(NINE))).isEqualTo(Outbox.Offer.SEALED);
        outbox.offerControl(EnginePacket.PING);
        assertThat(outbox.take(1_000)).containsExactly(NINE);
        assertThat(outbox.isEmpty()).isFalse();
        assertThat(outbox.take(1_000)).containsExactly(EnginePacket.CLOSE);
        assertThat(outbox.isEmpty()).isTrue();
        assertThat(node.used()).isZero();
    }

    @Test
    void saysGoodByeAloneEvenToWhoTakesLittle() {
        outbox.offer(List.of(NINE, NINE));
        outbox.seal();

        assertThat(outbox.take(1)).containsExactly(NINE);
        assertThat(outbox.take(1)).containsExactly(NINE);
        assertThat(outbox.take(1)).containsExactly(EnginePacket.CLOSE);
        assertThat(outbox.isEmpty()).isTrue();
    }

    @Test
    void saysNoGoodByeOnceDiscarded() {
        outbox.offer(List.of(NINE));
        outbox.seal();

        outbox.discard();

        assertThat(outbox.isEmpty()).isTrue();
    }

    @Test
    void letsNothingInAfterItWasDiscarded() {
        outbox.offer(List.of(NINE));

        outbox.discard();

        assertThat(outbox.isEmpty()).isTrue();
        assertThat(node.used()).isZero();
        assertThat(outbox.offer(List.of(NINE))).isEqualTo(Outbox.Offer.SEALED);
        assertThat(outbox.seal()).isFalse();
    }

    @Test
    void isNotFilledByNothing() {
        assertThat(outbox.offer(List.of())).isEqualTo(Outbox.Offer.ACCEPTED);

        assertThat(outbox.isEmpty()).isTrue();
    }

    @Test
    void keepsNoListOfAnEmptyQueue() {
        outbox.offer(List.of(NINE, NINE));
        outbox.take(1);
        outbox.take(1);

        assertThat(outbox.isEmpty()).isTrue();
    }

    @Test
    void isNotChangedByWhatHappensToAUnitLater() {
        List<EnginePacket> unit = new ArrayList<>(List.of(NINE));
        outbox.offer(unit);
        unit.add(EnginePacket.text("late"));

        assertThat(outbox.take(1_000)).containsExactly(NINE);
    }

    @Test
    void changesNothingThatWasTaken() {
        EnginePacket other = EnginePacket.text("other");
        List<EnginePacket> unit = List.of(NINE, NINE);
        outbox.offer(unit);
        outbox.offer(List.of(other));
        List<EnginePacket> first = outbox.take(18);
        outbox.offer(List.of(NINE));
        List<EnginePacket> second = outbox.take(1_000);
        outbox.offer(List.of(other));

        assertThat(first).containsExactly(NINE, NINE);
        assertThat(second).containsExactly(other, NINE);
        assertThat(unit).hasSize(2);
        assertThat(outbox.take(1_000)).containsExactly(other);
    }

    @Test
    void doesNotCopyAnImmutableUnit() {
        List<EnginePacket> unit = List.of(NINE, NINE);

        outbox.offer(unit);

        assertThat(outbox.take(1_000)).isSameAs(unit);
    }
}
