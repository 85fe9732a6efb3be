package io.tidings.cluster.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.cluster.ClusterBus.Outgoing;
import io.tidings.protocol.Bytes;
import jakarta.jms.Destination;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.command.ActiveMQTopic;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private final Waiting waiting = new Waiting(new JmsSettings("t", null, null, 3, 100, 1_000));

    private record Content(String text, int size) implements Outgoing {

        @Override
        public Optional<Bytes> encode() {
            return Optional.of(Bytes.utf8(text));
        }
    }

    private int add(String text, int size) {
        return waiting.add(new Waiting.Message(new Content(text, size), null));
    }

    private String next() throws InterruptedException {
        List<String> one = next(0);
        assertThat(one).hasSize(1);
        return one.get(0);
    }

    private List<String> next(int mostTogether) throws InterruptedException {
        return waiting.next(0, mostTogether).stream()
                .map(message -> ((Content) message.content()).text())
                .toList();
    }

    @Test
    void givesTogetherWhatGoesToTheSamePlaceUpToALimit() throws InterruptedException {
        Destination elsewhere = new ActiveMQTopic("elsewhere");
        add("a", 10);
        add("b", 10);
        add("c", 1);
        assertThat(next(20)).containsExactly("a", "b");

        waiting.add(new Waiting.Message(new Content("d", 1), elsewhere));
        assertThat(next(20)).containsExactly("c");
        assertThat(next(20)).containsExactly("d");
        assertThat(next(20)).isEmpty();

        add("larger alone", 90);
        assertThat(next(20)).containsExactly("larger alone");
    }

    @Test
    void pushesOutTheOldestOfTooMany() throws InterruptedException {
        add("a", 1);
        add("b", 1);
        add("c", 1);

        assertThat(add("d", 1)).isEqualTo(1);

        assertThat(next()).isEqualTo("b");
        assertThat(next()).isEqualTo("c");
        assertThat(next()).isEqualTo("d");
        assertThat(next(0)).isEmpty();
    }

    @Test
    void pushesOutTheOldestOfTooMuchButNeverTheNewest() throws InterruptedException {
        add("a", 60);
        add("b", 30);

        assertThat(add("c", 50)).isEqualTo(1);
        assertThat(add("d", 500)).isEqualTo(2);

        assertThat(next()).isEqualTo("d");
        assertThat(waiting.isEmpty()).isTrue();
    }

    @Test
    void takesNothingAfterItsEndAndGivesWhatItHas() throws InterruptedException {
        add("a", 1);
        waiting.end();

        assertThat(add("b", 1)).isEqualTo(1);

        assertThat(next()).isEqualTo("a");
        assertThat(waiting.next(60_000, 1)).isEmpty();
    }

    @Test
    void countsWhatItDrops() {
        add("a", 1);
        add("b", 1);

        assertThat(waiting.clear()).isEqualTo(2);
        assertThat(waiting.isEmpty()).isTrue();
    }
}
