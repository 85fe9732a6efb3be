package io.tidings.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class BroadcastsTest {

    private final Payload payload = new Payload("42[\"bcast\",\"", 32, "\"]");
    private final Score score = new Score();
    private final Broadcasts broadcasts =
            new Broadcasts(Plan.of("mode=bcast", "clients=2", "inflight=2"), payload, score);

    @Test
    void keepsNoMoreInFlightThanAskedFor() {
        broadcasts.send();
        assertThat(broadcasts.missing()).isEqualTo(1);

        broadcasts.send();
        assertThat(broadcasts.missing()).isZero();
    }

    @Test
    void sendsTheNextWhenAllHaveReceivedTheOldest() {
        int first = broadcasts.send();
        int second = broadcasts.send();

        delivered(0, 0, first);
        delivered(1, 0, second);
        assertThat(broadcasts.missing()).isZero();

        delivered(0, 1, first);
        assertThat(broadcasts.missing()).isEqualTo(1);
    }

    @Test
    void countsEachDelivery() {
        int first = broadcasts.send();

        delivered(0, 0, first);
        delivered(0, 1, first);

        assertThat(score.latencies().getTotalCount()).isEqualTo(2);
    }

    @Test
    void goesOnBeyondTheNumberOfMessagesInFlight() {
        for (int i = 0; i < 100; i++) {
            assertThat(broadcasts.missing()).isEqualTo(2);
            int stamp = broadcasts.send();
            delivered(i, 0, stamp);
            delivered(i, 1, stamp);
        }
        assertThat(score.total()).isEqualTo(200);
    }

    @Test
    void refusesBroadcastsOutOfOrder() {
        broadcasts.send();
        int second = broadcasts.send();

        assertThatThrownBy(() -> delivered(0, 1, second))
                .hasMessageStartingWith("broadcast 0 to client 1 differs from what was sent: 42[\"bcast\"");
    }

    @Test
    void refusesABroadcastThatCameTwice() {
        int first = broadcasts.send();
        delivered(0, 1, first);

        assertThatThrownBy(() -> delivered(1, 1, first)).hasMessage("client 1 received a broadcast that nobody sent");
    }

    @Test
    void knowsWhichDeliveriesAreAtAnotherNodeThanTheSender() {
        Broadcasts spread =
                new Broadcasts(Plan.of("mode=bcast", "clients=5", "inflight=2", "port=1,2"), payload, score);
        int first = spread.send();

        for (int client = 0; client < 5; client++) {
            delivered(spread, 0, client, first);
        }

        assertThat(score.latenciesHere().getTotalCount()).isEqualTo(3);
        assertThat(score.latenciesElsewhere().getTotalCount()).isEqualTo(2);
        assertThat(score.latencies().getTotalCount()).isEqualTo(5);
    }

    @Test
    void sendsAtItsRateWhetherTheyAreHeardOrNot() {
        Broadcasts paced =
                new Broadcasts(Plan.of("mode=bcast", "clients=2", "inflight=1", "rate=1000000"), payload, score);
        paced.begin();
        awaitMicroseconds(10);

        int due = paced.missing();
        assertThat(due).isGreaterThanOrEqualTo(10);
        for (int i = 0; i < due; i++) {
            paced.send();
        }
        assertThat(paced.missing()).isZero();
        awaitMicroseconds(10);
        assertThat(paced.missing()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void givesUpOnAServerThatIsFarBehind() {
        Broadcasts paced = new Broadcasts(Plan.of("mode=bcast", "clients=2", "rate=1000000000"), payload, score);
        paced.begin();
        awaitMicroseconds(100);

        assertThatThrownBy(paced::missing).hasMessage("the server is 65536 broadcasts behind");
    }

    private void awaitMicroseconds(long count) {
        long end = System.nanoTime() + count * 1_000;
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
        score.tick();
    }

    private void delivered(int heard, int client, int stamp) {
        delivered(broadcasts, heard, client, stamp);
    }

    private void delivered(Broadcasts judge, int heard, int client, int stamp) {
        ByteBuffer message = ByteBuffer.allocate(payload.length());
        payload.put(message, stamp);
        judge.delivered(heard, client, message.array(), 0, payload.length());
    }
}
