package io.tidings.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.Answers;
import io.tidings.cluster.ClusterFaults.Kind;
import io.tidings.cluster.ClusterMessage.Answer;
import io.tidings.cluster.ClusterMessage.Count;
import io.tidings.cluster.ClusterMessage.Emit;
import io.tidings.cluster.ClusterMessage.Forward;
import io.tidings.cluster.ClusterMessage.GoodBye;
import io.tidings.cluster.ClusterMessage.Heartbeat;
import io.tidings.cluster.ClusterMessage.Hello;
import io.tidings.cluster.Nodes.Node;
import io.tidings.protocol.socketio.Payload;
import io.tidings.socketio.Selection;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Those who tell nodes what to do and are none. */
class ProducerTest {

    private static final Selection SOME =
            new Selection(Set.of("a", "b"), Set.of("anna"), Set.of("c"), false, true, false);
    private static final Payload EVENT = RecordingHolder.payload("[\"m\",1]");
    private static final Emit EMIT = new Emit("/", Selection.ALL, EVENT);
    private static final ClusterKey KEY = new ClusterKey("the key of this cluster");
    private static final NodeId ID = new NodeId(1, 2);

    private static Producer producer(Nodes nodes, @Nullable ClusterKey key) {
        Producer producer = new Producer(
                nodes.topic.join(),
                Nodes.MAX_MESSAGE,
                key,
                new Surroundings(nodes::wallClock, new SecureRandom(), new ClusterFaults(nodes.time)));
        producer.start();
        return producer;
    }

    private static void say(Nodes nodes, NodeId id, long number, ClusterMessage message, @Nullable ClusterKey key) {
        Node victim = nodes.node(0);
        victim.bus()
                .inject(Frame.writeAsProducer(id, number, nodes.wallClock(), message, key)
                        .toArray());
        nodes.run();
    }

    @Test
    void tellEachNodeWhatToDoWithItsSockets() {
        Nodes nodes = new Nodes(2);
        Producer producer = producer(nodes, null);

        producer.emit("/chat", SOME, EVENT);
        producer.join("/chat", SOME, Set.of("x", "y"));
        producer.leave("/chat", Selection.ALL, Set.of("x"));
        producer.disconnect("/chat", SOME, true);
        producer.tellServers("/chat", EVENT);
        producer.stop();
        nodes.run();

        String some = " to [a, b] users [anna] except [c] volatile uncompressed ";
        assertThat(nodes.node(0).holder().done)
                .containsExactly(
                        "emit /chat [\"m\",1]",
                        "join /chat" + some + "[x, y]",
                        "leave /chat to [] [x]",
                        "disconnect /chat" + some + "true",
                        "tell /chat [\"m\",1]")
                .isEqualTo(nodes.node(1).holder().done);
        assertThat(producer.lost()).isZero();
    }

    @Test
    void areNeitherCountedNorAskedNorMissed() {
        Nodes nodes = new Nodes(1);
        Node alone = nodes.node(0);
        producer(nodes, null).emit("/", Selection.ALL, EVENT);
        nodes.run();
        Gathered<Long> counts = new Gathered<>();

        alone.cluster().count("/", Selection.ALL, Duration.ofSeconds(2), counts);
        nodes.pass(Nodes.TIMEOUT.multipliedBy(3));

        assertThat(alone.holder().emitted()).hasSize(1);
        assertThat(alone.cluster().nodes()).containsExactly(alone.cluster().id());
        assertThat(alone.cluster().hasOthers()).isFalse();
        assertThat(counts.hasEnded()).isTrue();
        assertThat(counts.missing).isEmpty();
    }

    @Test
    void showWhatOfTheirsIsLostAndRepeated() {
        Nodes nodes = new Nodes(1);
        Node node = nodes.node(0);

        say(nodes, ID, 1, EMIT, null);
        say(nodes, ID, 4, EMIT, null);
        say(nodes, ID, 4, EMIT, null);
        say(nodes, ID, 2, EMIT, null);
        say(nodes, ID, 7, new GoodBye(), null);

        assertThat(node.faults(Kind.MISSING)).isEqualTo(4);
        assertThat(node.faults(Kind.LATE)).isEqualTo(2);
        assertThat(node.holder().emitted()).hasSize(2);
    }

    @Test
    void showByTheirGoodByeThatTheirLastMessageIsLost() {
        Nodes nodes = new Nodes(1);
        Producer producer = producer(nodes, null);
        producer.emit("/", Selection.ALL, EVENT);
        nodes.run();
        nodes.topic.goesWrong(new UnreliableTopic.Faults(1, 0, 0, 0));
        producer.emit("/", Selection.ALL, EVENT);
        nodes.run();
        nodes.topic.goesWrong(UnreliableTopic.Faults.NONE);

        producer.stop();
        nodes.run();

        assertThat(nodes.node(0).holder().emitted()).hasSize(1);
        assertThat(nodes.node(0).faults(Kind.MISSING)).isEqualTo(1);
    }

    @Test
    void whoHasSaidNothingSaysNoGoodBye() {
        Nodes nodes = new Nodes(1);
        Node narrow = nodes.add(new ClusterSettings(Nodes.HEARTBEAT, Nodes.TIMEOUT, Nodes.MAX_MESSAGE, 8, null)
                .with(new OutsiderSettings(1, null)));

        producer(nodes, null).stop();
        nodes.run();
        say(nodes, ID, 1, EMIT, null);

        assertThat(narrow.holder().emitted()).hasSize(1);
        assertThat(narrow.faults(Kind.TOO_MANY_PRODUCERS)).isZero();
    }

    static List<ClusterMessage> forNodesAlone() {
        return List.of(
                new Hello(),
                new Heartbeat(),
                new Count(1, "/", Selection.ALL),
                new Answer(1, 0, true, List.of(), List.of(new Answers.Missing("x", Answers.Reason.FAILED))),
                new Forward("/", "id", null, EVENT));
    }

    @ParameterizedTest
    @MethodSource("forNodesAlone")
    void mayNotSayWhatIsForNodesAlone(ClusterMessage message) {
        Nodes nodes = new Nodes(1);

        say(nodes, ID, 1, message, null);

        assertThat(nodes.node(0).faults(Kind.DAMAGED)).isEqualTo(1);
        assertThat(nodes.node(0).holder().done).isEmpty();
        assertThat(nodes.node(0).cluster().hasOthers()).isFalse();
    }

    @Test
    @DisplayName("J-03 are believed with the key alone, and not when they are played again")
    void areBelievedWithTheKeyAlone() {
        Nodes nodes = new Nodes(1, 1, KEY);
        Node node = nodes.node(0);

        say(nodes, ID, 1, EMIT, null);
        say(nodes, ID, 1, EMIT, new ClusterKey("the key of another one"));
        assertThat(node.faults(Kind.FORGED)).isEqualTo(2);

        say(nodes, ID, 1, EMIT, KEY);
        say(nodes, ID, 1, EMIT, KEY);
        assertThat(node.faults(Kind.LATE)).isEqualTo(1);
        assertThat(node.holder().emitted()).hasSize(1);
    }

    @Test
    @DisplayName("J-03 are forgotten only when nothing that was recorded of them would be taken any more")
    void areForgottenWhenTheirRecordsAreStale() {
        Nodes nodes = new Nodes(1, 1, KEY);
        Node node = nodes.node(0);
        byte[] recorded = Frame.writeAsProducer(ID, 1, nodes.wallClock() + Inspection.FRESH.toMillis(), EMIT, KEY)
                .toArray();
        node.bus().inject(recorded);
        nodes.run();

        nodes.pass(Producers.MEMORY);
        node.bus().inject(recorded);
        nodes.run();
        assertThat(node.faults(Kind.LATE)).isEqualTo(1);

        nodes.pass(Duration.ofSeconds(1));
        say(nodes, new NodeId(3, 4), 1, EMIT, KEY);
        node.bus().inject(recorded);
        nodes.run();
        assertThat(node.faults(Kind.STALE)).isEqualTo(1);
        assertThat(node.holder().emitted()).hasSize(2);
    }

    @Test
    void fillNeitherTheTableOfNodesNorMoreThanTheirOwn() {
        Nodes nodes = new Nodes(1);
        Node node = nodes.node(0);
        int most = OutsiderSettings.DEFAULT_MAX_PRODUCERS;

        for (int i = 0; i < most + 5; i++) {
            say(nodes, new NodeId(7, i), 1, EMIT, null);
        }
        assertThat(node.holder().emitted()).hasSize(most);
        assertThat(node.faults(Kind.TOO_MANY_PRODUCERS)).isEqualTo(5);

        Node another = nodes.add();
        nodes.run();
        assertThat(node.cluster().nodes()).contains(another.cluster().id());

        nodes.pass(Producers.MEMORY.plusSeconds(1));
        say(nodes, new NodeId(8, 0), 1, EMIT, null);
        assertThat(node.holder().emitted()).hasSize(most + 1);
        assertThat(node.faults(Kind.TOO_MANY_PRODUCERS)).isEqualTo(5);
    }

    @Test
    void countWhatIsTooLargeForNodes() {
        Nodes nodes = new Nodes(1);
        Producer producer = producer(nodes, null);

        producer.emit("/", Selection.ALL, RecordingHolder.payload("[\"" + "m".repeat(Nodes.MAX_MESSAGE) + "\"]"));
        nodes.run();

        assertThat(producer.lost()).isEqualTo(1);
        assertThat(nodes.node(0).holder().done).isEmpty();
    }
}
