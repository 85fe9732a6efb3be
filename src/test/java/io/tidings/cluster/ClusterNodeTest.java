package io.tidings.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.Answers.Missing;
import io.tidings.api.Answers.Reason;
import io.tidings.cluster.ClusterFaults.Kind;
import io.tidings.cluster.Nodes.Node;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.Payload;
import io.tidings.socketio.Parts;
import io.tidings.socketio.Said;
import io.tidings.socketio.Selection;
import io.tidings.socketio.SocketCopy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What nodes do for each other while nothing goes wrong but nodes themselves. */
class ClusterNodeTest {

    private static final Selection SOME =
            new Selection(Set.of("a", "b"), Set.of("anna"), Set.of("c"), false, true, false);
    private static final Payload EVENT = RecordingHolder.payload("[\"m\",1]");
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Nodes nodes = new Nodes(3);
    private final Node one = nodes.node(0);
    private final Node two = nodes.node(1);
    private final Node three = nodes.node(2);

    @Test
    void knowAllOthersAsSoonAsTheyListen() {
        assertThat(one.cluster().nodes())
                .hasSize(3)
                .startsWith(one.cluster().id())
                .contains(two.cluster().id(), three.cluster().id());
        assertThat(one.cluster().hasOthers()).isTrue();
        assertThat(new Nodes(1).node(0).cluster().hasOthers()).isFalse();
    }

    @Test
    void doWhatOneOfThemWants() {
        one.cluster().emit("/chat", SOME, EVENT);
        one.cluster().join("/chat", SOME, Set.of("x", "y"));
        one.cluster().leave("/chat", Selection.ALL, Set.of("x"));
        one.cluster().disconnect("/chat", SOME, true);
        one.cluster().tellServers("/chat", EVENT);
        nodes.run();

        String some = " to [a, b] users [anna] except [c] volatile uncompressed ";
        assertThat(two.holder().done)
                .containsExactly(
                        "emit /chat [\"m\",1]",
                        "join /chat" + some + "[x, y]",
                        "leave /chat to [] [x]",
                        "disconnect /chat" + some + "true",
                        "tell /chat [\"m\",1]")
                .isEqualTo(three.holder().done);
        assertThat(one.holder().done).isEmpty();
    }

    @Test
    void carryBinaryUntouched() {
        Payload binary = Payload.of(
                Bytes.utf8("[\"m\",{\"_placeholder\":true,\"num\":0}]"), List.of(Bytes.wrap(new byte[] {0, -1, 5})));
        Gathered<Said> answers = new Gathered<>();

        one.cluster().ask("/", Selection.ALL, binary, PATIENCE, answers);
        nodes.run();

        assertThat(two.holder().done).hasSize(1);
        assertThat(answers.hasEnded()).isTrue();
    }

    @Test
    void answerWhatOneOfThemAsks() {
        Gathered<Said> answers = new Gathered<>();
        Gathered<Said> servers = new Gathered<>();
        Gathered<Long> counts = new Gathered<>();
        Gathered<Map<String, Long>> rooms = new Gathered<>();

        one.cluster().ask("/chat", SOME, EVENT, PATIENCE, answers);
        one.cluster().askServers("/chat", EVENT, PATIENCE, servers);
        one.cluster().count("/chat", SOME, PATIENCE, counts);
        one.cluster().rooms("/chat", PATIENCE, rooms);
        nodes.run();

        assertThat(answers.hasEnded()).isTrue();
        assertThat(answers.parts).extracting(Said::by).containsExactlyInAnyOrder("n1", "n2");
        assertThat(answers.missing)
                .containsExactlyInAnyOrder(
                        new Missing("n1-silent", Reason.TIMED_OUT), new Missing("n2-silent", Reason.TIMED_OUT));
        assertThat(servers.hasEnded()).isTrue();
        assertThat(servers.parts).hasSize(2);
        assertThat(counts.hasEnded()).isTrue();
        assertThat(counts.parts).containsExactly(3L, 3L);
        assertThat(rooms.hasEnded()).isTrue();
        assertThat(rooms.parts).contains(Map.of("lobby", 2L, "n1", 1L));
        assertThat(two.holder().done)
                .contains("ask /chat to [a, b] users [anna] except [c] volatile uncompressed [\"m\",1] PT2S");
        assertThat(one.cluster().openRequests()).isZero();
    }

    @Test
    void bringThousandsOfSocketsInPieces() {
        two.holder().copies = 3_000;
        Gathered<SocketCopy> sockets = new Gathered<>();

        one.cluster().fetch("/", Selection.ALL, PATIENCE, sockets);
        nodes.run();

        assertThat(sockets.hasEnded()).isTrue();
        assertThat(sockets.parts).hasSize(3_000);
        assertThat(sockets.parts.get(2_999)).isEqualTo(PartCodecTest.socket("n12999"));
        assertThat(sockets.missing).isEmpty();
    }

    @Test
    void refuseToBringMoreThanAnybodyTakes() {
        two.holder().copies = 1_000;
        two.holder().padding = 50_000;
        Gathered<SocketCopy> sockets = new Gathered<>();

        one.cluster().fetch("/", Selection.ALL, PATIENCE, sockets);
        nodes.run();

        assertThat(sockets.hasEnded()).isTrue();
        assertThat(sockets.parts).hasSizeBetween(600, 700);
        assertThat(sockets.missing).containsExactly(new Missing(two.cluster().id(), Reason.FAILED));
    }

    @Test
    void endARequestWhenTheNodeThatIsMissingHasSaidGoodBye() {
        two.holder().answersLater = true;
        Gathered<Said> answers = new Gathered<>();
        one.cluster().ask("/", Selection.ALL, EVENT, PATIENCE, answers);
        nodes.run();
        assertThat(answers.hasEnded()).isFalse();

        two.cluster().stop();
        nodes.run();

        assertThat(answers.hasEnded()).isTrue();
        assertThat(answers.missing).contains(new Missing(two.cluster().id(), Reason.NODE_UNREACHABLE));
        assertThat(one.cluster().nodes()).hasSize(2);
    }

    @Test
    void endARequestWhenTheNodeThatIsMissingIsKnownDead() {
        two.holder().answersLater = true;
        Gathered<Said> answers = new Gathered<>();
        one.cluster().ask("/", Selection.ALL, EVENT, Duration.ofMinutes(5), answers);
        nodes.run();

        two.bus().die();
        nodes.pass(Nodes.TIMEOUT.minus(Duration.ofSeconds(1)));
        assertThat(answers.hasEnded()).isFalse();
        nodes.pass(Nodes.HEARTBEAT.plus(Duration.ofSeconds(2)));

        assertThat(answers.hasEnded()).isTrue();
        assertThat(answers.missing).contains(new Missing(two.cluster().id(), Reason.NODE_UNREACHABLE));
        assertThat(one.cluster().nodes()).doesNotContain(two.cluster().id());
        assertThat(one.cluster().openRequests()).isZero();
    }

    @Test
    void endARequestInTimeWhereANodeIsSilent() {
        two.holder().answersLater = true;
        Gathered<Said> answers = new Gathered<>();
        one.cluster().ask("/", Selection.ALL, EVENT, PATIENCE, answers);

        nodes.pass(PATIENCE);
        assertThat(answers.hasEnded()).isFalse();
        nodes.pass(ClusterNode.TRAVEL.plus(Duration.ofMillis(100)));

        assertThat(answers.hasEnded()).isTrue();
        assertThat(answers.missing).contains(new Missing(two.cluster().id(), Reason.TIMED_OUT));
    }

    @Test
    void ignoreAnswersThatComeTooLate() {
        two.holder().answersLater = true;
        Gathered<Said> answers = new Gathered<>();
        one.cluster().ask("/", Selection.ALL, EVENT, PATIENCE, answers);
        nodes.pass(Duration.ofSeconds(3));
        assertThat(answers.hasEnded()).isTrue();

        two.holder().open.forEach(parts -> parts.arrived(new Said("late", EVENT)));
        two.holder().open.forEach(Parts::end);
        nodes.run();

        assertThat(answers.parts).extracting(Said::by).containsExactly("n2");
    }

    @Test
    void endAtOnceWhereThereIsNobodyToAsk() {
        Node alone = new Nodes(1).node(0);
        Gathered<Said> answers = new Gathered<>();

        alone.cluster().ask("/", Selection.ALL, EVENT, PATIENCE, answers);

        assertThat(answers.hasEnded()).isTrue();
    }

    @Test
    void endAllRequestsWhenTheyStop() {
        two.holder().answersLater = true;
        Gathered<Said> answers = new Gathered<>();
        one.cluster().ask("/", Selection.ALL, EVENT, PATIENCE, answers);
        nodes.run();

        one.cluster().stop();

        assertThat(answers.hasEnded()).isTrue();
        assertThat(one.cluster().openRequests()).isZero();
    }

    @Test
    void beginNoMoreRequestsThanAnybodyCouldAnswer() {
        two.holder().answersLater = true;
        for (int i = 0; i < Requests.MOST_OPEN; i++) {
            one.cluster().ask("/", Selection.ALL, EVENT, PATIENCE, new Gathered<>());
        }
        Gathered<Said> answers = new Gathered<>();

        one.cluster().ask("/", Selection.ALL, EVENT, PATIENCE, answers);

        assertThat(answers.hasEnded()).isTrue();
        assertThat(answers.missing).extracting(Missing::reason).containsOnly(Reason.TOO_MANY_PENDING);
    }

    @Test
    void findEachOtherAgainAfterAFrozenNodeWakes() {
        two.bus().freeze(true);
        two.bus().cutOff(true);
        nodes.pass(Duration.ofSeconds(30));
        assertThat(one.cluster().nodes()).hasSize(2);
        assertThat(one.cluster().hasOthers()).isTrue();

        two.bus().cutOff(false);
        two.bus().freeze(false);
        nodes.pass(Nodes.HEARTBEAT);

        assertThat(one.cluster().nodes()).hasSize(3);
        assertThat(two.cluster().nodes()).hasSize(3);
    }

    @Test
    void goOnPublishingForAWhileForTheOnlyOtherNodeThatIsSilent() {
        Nodes pair = new Nodes(2);
        pair.node(1).bus().die();
        pair.pass(Duration.ofSeconds(20));
        assertThat(pair.node(0).cluster().hasOthers()).isTrue();

        pair.pass(Membership.HOPE);

        assertThat(pair.node(0).cluster().hasOthers()).isFalse();
    }

    @Test
    void sayWhenTheySendSomethingThatNobodyWouldTake() {
        Payload huge = RecordingHolder.payload("[\"" + "x".repeat(Nodes.MAX_MESSAGE) + "\"]");
        Gathered<Said> answers = new Gathered<>();

        one.cluster().emit("/", Selection.ALL, huge);
        one.cluster().ask("/", Selection.ALL, huge, PATIENCE, answers);
        one.cluster().emit("/", Selection.ALL, EVENT);
        nodes.run();

        assertThat(one.faults(Kind.NOT_SENT)).isEqualTo(2);
        assertThat(answers.hasEnded()).isTrue();
        assertThat(answers.missing).extracting(Missing::reason).containsOnly(Reason.NOT_SENT);
        assertThat(two.holder().emitted()).containsExactly("[\"m\",1]");
        assertThat(two.faults(Kind.MISSING)).isZero();
    }
}
