package io.tidings.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.cluster.ClusterFaults.Kind;
import io.tidings.cluster.ClusterMessage.Emit;
import io.tidings.cluster.ClusterMessage.Forward;
import io.tidings.cluster.ClusterMessage.GoodBye;
import io.tidings.cluster.ClusterMessage.Hello;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.Payload;
import io.tidings.schedule.ManualTime;
import io.tidings.socketio.Selection;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever hears the events of clients that nodes forward, and what is said to it. */
class ForwardedEarTest {

    private static final ClusterKey KEY = new ClusterKey("the key of this cluster");
    private static final NodeId ID = new NodeId(1, 2);
    private static final long NOW = 1_700_000_000_000L;

    private final ManualTime time = new ManualTime();
    private final ClusterFaults faults = new ClusterFaults(time);
    private final List<String> heard = new ArrayList<>();
    private boolean isPoisoned;

    private ForwardedEar ear(@Nullable ClusterKey key) {
        ClusterSettings settings = new ClusterSettings(Nodes.HEARTBEAT, Nodes.TIMEOUT, Nodes.MAX_MESSAGE, 8, key)
                .with(new OutsiderSettings(2, null));
        Surroundings surroundings = new Surroundings(() -> NOW, new SecureRandom(), faults);
        return new ForwardedEar(settings, surroundings, time, (namespace, socket, user, event) -> {
            if (isPoisoned) {
                throw new IllegalStateException("as the test wants");
            }
            heard.add(namespace + " " + socket + " " + user + " " + event.json().toUtf8String());
            return true;
        });
    }

    private static Forward order(String json) {
        return new Forward("/shop", "id7", "anna", Payload.of(Bytes.utf8(json)));
    }

    private static Bytes frame(NodeId id, long number, ClusterMessage message, @Nullable ClusterKey key) {
        return Frame.writeAsProducer(id, number, NOW, message, key);
    }

    @Test
    void hearsEachEventOnceAndSeesWhatIsMissing() {
        ForwardedEar ear = ear(null);

        ear.received(frame(ID, 1, order("[\"order\",1]"), null), null);
        ear.received(frame(ID, 1, order("[\"order\",1]"), null), null);
        ear.received(frame(ID, 3, order("[\"order\",3]"), null), null);
        ear.received(frame(ID, 5, new GoodBye(), null), null);

        assertThat(heard).containsExactly("/shop id7 anna [\"order\",1]", "/shop id7 anna [\"order\",3]");
        assertThat(faults.count(Kind.LATE)).isEqualTo(1);
        assertThat(faults.count(Kind.MISSING)).isEqualTo(2);
    }

    @Test
    @DisplayName("J-02 drops what is no event, and goes on")
    void dropsWhatIsNoEvent() {
        ForwardedEar ear = ear(null);

        ear.received(Bytes.EMPTY, null);
        ear.received(Frame.write(ID, 1, NOW, new Hello(), null), null);
        ear.received(frame(ID, 1, new Emit("/", Selection.ALL, order("[\"m\"]").event()), null), null);
        ear.received(frame(ID, 2, order("[\"order\","), null), null);
        ear.received(frame(ID, 3, order("{\"order\":1}"), null), null);
        ear.received(frame(ID, 4, order("[\"connect\"]"), null), null);
        ear.told("{\"emit\":\"m\"}");
        isPoisoned = true;
        ear.received(frame(ID, 5, order("[\"order\",5]"), null), null);
        isPoisoned = false;
        ear.received(frame(ID, 6, order("[\"order\",6]"), null), null);

        assertThat(heard).containsExactly("/shop id7 anna [\"order\",6]");
        assertThat(faults.count(Kind.DAMAGED)).isEqualTo(6);
        assertThat(faults.count(Kind.UNWANTED)).isEqualTo(1);
        assertThat(faults.count(Kind.FAILED)).isEqualTo(1);
    }

    @Test
    @DisplayName("J-03 believes nothing without the key")
    void believesNothingWithoutTheKey() {
        ForwardedEar ear = ear(KEY);

        ear.received(frame(ID, 1, order("[\"order\",1]"), null), null);
        ear.received(frame(ID, 1, order("[\"order\",2]"), KEY), null);

        assertThat(heard).containsExactly("/shop id7 anna [\"order\",2]");
        assertThat(faults.count(Kind.FORGED)).isEqualTo(1);
    }

    @Test
    void knowsNoMoreProducersThanItsLimit() {
        ForwardedEar ear = ear(null);

        for (int i = 0; i < 3; i++) {
            ear.received(frame(new NodeId(0, i), 1, order("[\"order\"," + i + "]"), null), null);
        }

        assertThat(heard).hasSize(2);
        assertThat(faults.count(Kind.TOO_MANY_PRODUCERS)).isEqualTo(1);
    }
}
