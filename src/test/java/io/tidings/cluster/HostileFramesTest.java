package io.tidings.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.cluster.ClusterFaults.Kind;
import io.tidings.cluster.ClusterMessage.Emit;
import io.tidings.cluster.ClusterMessage.GoodBye;
import io.tidings.cluster.ClusterMessage.Hello;
import io.tidings.cluster.Nodes.Node;
import io.tidings.protocol.Bytes;
import io.tidings.socketio.Selection;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody publishes who should not. */
class HostileFramesTest {

    private static final ClusterKey KEY = new ClusterKey("the key of this cluster");
    private static final ClusterKey OTHER = new ClusterKey("the key of another one");
    private static final NodeId STRANGER = new NodeId(1, 2);
    private static final Emit EMIT = new Emit("/", Selection.ALL, RecordingHolder.payload("[\"forged\"]"));

    private static byte[] frame(NodeId publisher, long number, Nodes nodes, ClusterMessage message, ClusterKey key) {
        return Frame.write(publisher, number, nodes.wallClock(), message, key).toArray();
    }

    @Test
    @DisplayName("J-02 drops random and mutated messages and goes on")
    void dropsWhatIsNoMessage() {
        Nodes nodes = new Nodes(2);
        Node victim = nodes.node(1);
        Random random = new Random(5);
        byte[] proper = Frame.write(STRANGER, 1, 0, EMIT, null).toArray();
        int harmless = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = i % 2 == 0 ? new byte[random.nextInt(200)] : proper.clone();
            if (i % 2 == 0) {
                random.nextBytes(bytes);
            } else {
                int at = random.nextInt(bytes.length);
                byte before = bytes[at];
                bytes[at] = (byte) random.nextInt();
                harmless += bytes[at] == before ? 1 : 0;
            }
            victim.bus().inject(bytes);
            victim.bus().injectAnswer(bytes);
            nodes.run();
        }

        assertThat(victim.faults(Kind.DAMAGED) + victim.faults(Kind.OTHER_VERSION) + victim.faults(Kind.FORGED))
                .isGreaterThanOrEqualTo(2 * (200_000L - harmless));
        assertThat(victim.faults(Kind.FAILED)).isZero();
        stillHears(nodes, victim);
    }

    private static void stillHears(Nodes nodes, Node victim) {
        victim.holder().done.clear();
        nodes.node(0).cluster().emit("/", Selection.ALL, RecordingHolder.payload("[\"true\"]"));
        nodes.run();
        assertThat(victim.holder().done).containsExactly("emit / [\"true\"]");
    }

    @Test
    @DisplayName("J-02 finds out bodies that are mutated or cut off in an envelope that is not")
    void findsOutBodiesThatAreNone() {
        Random random = new Random(6);
        WireWriter writer = new WireWriter(64);
        MessageCodec.write(EMIT, writer);
        Bytes proper = writer.toBytes();
        int damaged = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = proper.toArray();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            Bytes cut = Bytes.wrap(bytes, 0, 1 + random.nextInt(bytes.length));
            damaged += isDamaged(cut) ? 1 : 0;
        }
        assertThat(damaged).isGreaterThan(90_000);
        assertThat(isDamaged(proper)).isFalse();
    }

    private static boolean isDamaged(Bytes body) {
        try {
            MessageCodec.read(new WireReader(body));
            return false;
        } catch (DamagedException found) {
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0x7fff_ffffL, 0x7fff_ffff_ffff_ffffL, 100L << 20})
    @DisplayName("J-02 believes no length before it has seen as many bytes")
    void believesNoLength(long length) {
        Bytes claim = new WireWriter(16).number(length).toBytes();

        assertThatThrownBy(() -> new WireReader(claim).bytes()).isInstanceOf(DamagedException.class);
        assertThatThrownBy(() -> new WireReader(claim).list()).isInstanceOf(DamagedException.class);
    }

    @Test
    @DisplayName("J-02 drops what is larger than messages may be")
    void dropsGiants() {
        Nodes nodes = new Nodes(2);

        nodes.node(1).bus().inject(new byte[Nodes.MAX_MESSAGE + 1]);
        nodes.run();

        assertThat(nodes.node(0).faults(Kind.TOO_LARGE)).isEqualTo(1);
        assertThat(nodes.node(1).faults(Kind.TOO_LARGE)).isEqualTo(1);
    }

    @Test
    @DisplayName("J-02 drops messages of other versions")
    void dropsOtherVersions() {
        Nodes nodes = new Nodes(1);
        byte[] next = Frame.write(STRANGER, 1, 0, EMIT, null).toArray();
        next[2]++;

        nodes.node(0).bus().inject(next);
        nodes.run();

        assertThat(nodes.node(0).faults(Kind.OTHER_VERSION)).isEqualTo(1);
        assertThat(nodes.node(0).holder().done).isEmpty();
    }

    @Test
    @DisplayName("J-03 drops what is not proven where there is a key")
    void dropsForgeries() {
        Nodes nodes = new Nodes(2, 1, KEY);
        Node victim = nodes.node(0);

        victim.bus()
                .inject(Frame.write(STRANGER, 1, nodes.wallClock(), EMIT, null).toArray());
        victim.bus().inject(frame(STRANGER, 1, nodes, EMIT, OTHER));
        nodes.run();

        assertThat(victim.holder().done).isEmpty();
        assertThat(victim.faults(Kind.FORGED)).isEqualTo(2);
        stillHears(nodes, nodes.node(1));
    }

    @Test
    @DisplayName("J-03 takes no message with a proof where there is no key")
    void dropsProvenMessagesWithoutAKey() {
        Nodes nodes = new Nodes(1);

        nodes.node(0).bus().inject(frame(STRANGER, 1, nodes, EMIT, KEY));
        nodes.run();

        assertThat(nodes.node(0).faults(Kind.FORGED)).isEqualTo(1);
    }

    @Test
    @DisplayName("J-03 drops what is played again, from nodes that are there, that have gone, and that died")
    void dropsReplays() {
        Nodes nodes = new Nodes(1, 1, KEY);
        Node victim = nodes.node(0);
        byte[] hello = frame(STRANGER, 1, nodes, new Hello(), KEY);
        byte[] emit = frame(STRANGER, 2, nodes, EMIT, KEY);
        byte[] goodBye = frame(STRANGER, 3, nodes, new GoodBye(), KEY);
        byte[] ofOne = frame(new NodeId(3, 4), 1, nodes, new Hello(), KEY);

        for (byte[] each : List.of(hello, emit, emit, hello, goodBye, emit, hello, ofOne)) {
            victim.bus().inject(each);
        }
        nodes.run();
        nodes.pass(Duration.ofSeconds(20));
        victim.bus().inject(ofOne);
        nodes.run();

        assertThat(victim.holder().emitted()).hasSize(1);
        assertThat(victim.cluster().nodes()).containsExactly(victim.cluster().id());
        assertThat(victim.faults(Kind.LATE)).isEqualTo(5);
    }

    @Test
    @DisplayName("J-03 does not get to know a node by what was sent long ago, or will be")
    void dropsWhatIsNotOfToday() {
        Nodes nodes = new Nodes(1, 1, KEY);
        Node victim = nodes.node(0);
        byte[] old = frame(STRANGER, 1, nodes, new Hello(), KEY);
        nodes.setWallClock(nodes.wallClock() + Inspection.FRESH.toMillis() + 1_000);

        victim.bus().inject(old);
        nodes.setWallClock(nodes.wallClock() - 3 * Inspection.FRESH.toMillis());
        victim.bus().inject(old);
        nodes.run();

        assertThat(victim.faults(Kind.STALE)).isEqualTo(2);
        assertThat(victim.cluster().nodes()).hasSize(1);
    }

    @Test
    @DisplayName("J-03 knows so many nodes and remembers so many others")
    void knowsOnlySoMany() {
        Nodes nodes = new Nodes(1);
        Node victim = nodes.node(0);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 1_000; i++) {
                victim.bus()
                        .inject(Frame.write(new NodeId(round, i), 1, 0, new Hello(), null)
                                .toArray());
                nodes.run();
            }
            nodes.pass(Duration.ofSeconds(20));
        }

        assertThat(victim.faults(Kind.TOO_MANY)).isEqualTo(3 * (1_000L - 8));
        assertThat(victim.cluster().nodes()).hasSize(1);
    }

    @Test
    @DisplayName("J-04 goes on when a message makes a node fail")
    void survivesPoison() {
        Nodes nodes = new Nodes(2);
        Node victim = nodes.node(1);
        victim.holder().isPoisoned = true;
        nodes.node(0).cluster().emit("/", EMIT.selection(), EMIT.event());
        nodes.run();

        victim.holder().isPoisoned = false;
        assertThat(victim.faults(Kind.FAILED)).isEqualTo(1);
        stillHears(nodes, victim);
    }
}
