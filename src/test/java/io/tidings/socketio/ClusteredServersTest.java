package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.Answers;
import io.tidings.api.Answers.Missing;
import io.tidings.api.Answers.Reason;
import io.tidings.api.Arguments;
import io.tidings.api.DataKey;
import io.tidings.api.Push;
import io.tidings.api.RemoteSocket;
import io.tidings.cluster.ClusterFaults;
import io.tidings.cluster.ClusterNode;
import io.tidings.cluster.ClusterSettings;
import io.tidings.cluster.Surroundings;
import io.tidings.cluster.UnreliableTopic;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two servers that look like one. */
class ClusteredServersTest {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final DataKey<String> COLOUR = new DataKey<>("colour", String.class);

    private final List<ClusterNode> nodes = new ArrayList<>();
    private final UnreliableTopic topic = new UnreliableTopic(1);
    private final UnreliableTopic.Member busOfTwo = topic.join();

    @RegisterExtension
    final ServerUnderTest one = clustered(topic.join());

    @RegisterExtension
    final ServerUnderTest two = clustered(busOfTwo);

    private final Client anna = one.client();
    private final Client bert = two.client();
    private final String annasId = anna.connect();
    private final String bertsId = bert.connect();

    private ServerUnderTest clustered(UnreliableTopic.Member bus) {
        ServerUnderTest server = new ServerUnderTest();
        ClusterSettings settings = new ClusterSettings(Duration.ofSeconds(5), Duration.ofSeconds(10), 1 << 20, 8, null);
        Surroundings surroundings = new Surroundings(() -> 0, new SecureRandom(), new ClusterFaults(server.time()));
        ClusterNode node = new ClusterNode(bus, settings, server.time().deadlines(), surroundings);
        nodes.add(node);
        return server.cluster(node);
    }

    @AfterEach
    void part() {
        nodes.forEach(ClusterNode::stop);
        assertThat(nodes).allMatch(node -> node.openRequests() == 0);
    }

    @BeforeEach
    void getToKnow() {
        topic.run();
    }

    private static <T> T now(CompletionStage<T> stage) {
        assertThat(stage.toCompletableFuture()).isDone();
        return stage.toCompletableFuture().join();
    }

    private List<String> heardByBert() {
        topic.run();
        return bert.received();
    }

    @Test
    void broadcastToAll() {
        one.io().emit("m", 1);

        assertThat(heardByBert()).containsExactly("2[\"m\",1]");
        assertThat(anna.received()).containsExactly("2[\"m\",1]");
    }

    @Test
    void broadcastToRoomsUsersAndWithExceptions() {
        two.socket(bertsId).join("kitchen");

        one.io().to("kitchen").emit("in");
        one.io().to("cellar").emit("elsewhere");
        one.io().except("kitchen").emit("outside");
        one.io().to(bertsId).emit("to one");
        one.io().toUser("nobody").emit("to a user");
        one.io().local().emit("here only");
        one.socket(annasId).broadcast().emit("from anna");
        one.server().push(Push.of("pushed").to("kitchen"));

        assertThat(heardByBert()).containsExactly("2[\"in\"]", "2[\"to one\"]", "2[\"from anna\"]", "2[\"pushed\"]");
        assertThat(anna.received()).containsExactly("2[\"outside\"]", "2[\"here only\"]");
    }

    @Test
    void broadcastBinary() {
        one.io().emit("m", new byte[] {1, 2});

        assertThat(heardByBert()).hasSize(2).first().asString().startsWith("51-[\"m\",{\"_placeholder\"");
    }

    @Test
    void gatherWhatAllAcknowledge() {
        CompletionStage<Answers> stage = one.io().timeout(SOON).emitWithAck("ask");
        anna.send("3" + AskingTest.idOf(anna.received().get(0)) + "[\"anna\"]");
        bert.send("3" + AskingTest.idOf(heardByBert().get(0)) + "[\"bert\"]");
        topic.run();

        Answers answers = now(stage);
        assertThat(answers.received()).extracting("from").containsExactly(annasId, bertsId);
        assertThat(answers.received().get(1).arguments().get(0, String.class)).isEqualTo("bert");
        assertThat(answers.isComplete()).isTrue();
    }

    @Test
    void endAGatheringWhenAClientLeavesElsewhere() {
        CompletionStage<Answers> stage = one.io().to(bertsId).timeout(SOON).emitWithAck("ask");
        assertThat(heardByBert()).hasSize(1);
        assertThat(stage.toCompletableFuture()).isNotDone();

        bert.send("1");
        topic.run();

        assertThat(now(stage).missing()).containsExactly(new Missing(bertsId, Reason.DISCONNECTED));
    }

    @Test
    void nameThoseWhoDoNotAnswerElsewhere() {
        CompletionStage<Answers> stage = one.io().to(bertsId).timeout(SOON).emitWithAck("ask");
        topic.run();

        one.time().advance(SOON);
        two.time().advance(SOON.plusMillis(50));
        topic.run();

        assertThat(now(stage).missing()).containsExactly(new Missing(bertsId, Reason.TIMED_OUT));
    }

    @Test
    void nameTheNodeThatDoesNotAnswer() {
        CompletionStage<Answers> stage = one.io().to(bertsId).timeout(SOON).emitWithAck("ask");
        busOfTwo.die();

        one.time().advance(SOON.plusSeconds(1));

        assertThat(now(stage).missing()).extracting(Missing::reason).containsExactly(Reason.TIMED_OUT);
    }

    @Test
    void fetchAndMoveSocketsOfOthers() {
        two.socket(bertsId).put(COLOUR, "red");
        CompletionStage<List<RemoteSocket>> fetched = one.io().fetchSockets();
        topic.run();

        List<RemoteSocket> sockets = now(fetched);
        assertThat(sockets).extracting(RemoteSocket::id).containsExactly(annasId, bertsId);
        RemoteSocket remote = sockets.get(1);
        assertThat(remote.data(COLOUR)).contains("red");

        remote.join("kitchen");
        topic.run();
        assertThat(two.socket(bertsId).rooms()).contains("kitchen");
        one.io().to("kitchen").socketsLeave("kitchen");
        topic.run();
        assertThat(two.socket(bertsId).rooms()).containsExactly(bertsId);

        CompletionStage<Arguments> answer = remote.timeout(SOON).emitWithAck("ask");
        bert.send("3" + AskingTest.idOf(heardByBert().get(0)) + "[5]");
        topic.run();
        assertThat(now(answer).get(0, Integer.class)).isEqualTo(5);

        remote.disconnect();
        assertThat(heardByBert()).contains("1");
    }

    @Test
    void countSocketsAndRooms() {
        one.socket(annasId).join("kitchen");
        two.socket(bertsId).join("kitchen", "cellar");

        CompletionStage<Long> count = one.io().countSockets();
        CompletionStage<Map<String, Long>> rooms = one.io().fetchRooms();
        topic.run();

        assertThat(now(count)).isEqualTo(2);
        assertThat(now(rooms)).isEqualTo(Map.of("kitchen", 2L, "cellar", 1L));
        assertThat(one.io().nodes()).hasSize(2).hasSameElementsAs(two.io().nodes());
    }

    @Test
    void disconnectClientsOfOthers() {
        one.io().to(bertsId).disconnectSockets(true);

        assertThat(heardByBert()).contains("1");
        assertThat(bert.session().isOpen()).isFalse();
    }

    @Test
    void reachNamespacesOfFamiliesThatOnlyOthersHave() {
        two.io().of(Pattern.compile("/board-\\d+"));
        one.io().of(Pattern.compile("/board-\\d+"));
        bert.connect("/board-7");

        one.io().of("/board-7").emit("m");

        assertThat(heardByBert()).containsExactly("2/board-7,[\"m\"]");
    }

    @Test
    void tellAndAskEachOthersApplication() {
        StringBuilder told = new StringBuilder();
        two.io().onServerEvent("tell", (arguments, ack) -> told.append(arguments.get(0, String.class)));
        two.io().onServerEvent("ask", (arguments, ack) -> ack.send(arguments.get(0, Integer.class) + 1));

        one.io().serverSideEmit("tell", "a");
        one.io().serverSideEmit("tell", "b");
        CompletionStage<Answers> asked = one.io().serverSideEmitWithAck("ask", 41);
        CompletionStage<Answers> ignored = one.io().serverSideEmitWithAck(SOON, "nobody listens");
        topic.run();

        assertThat(told).hasToString("ab");
        assertThat(now(asked).received().get(0).arguments().get(0, Integer.class))
                .isEqualTo(42);
        assertThat(now(ignored).missing()).extracting(Missing::reason).containsExactly(Reason.NOBODY_LISTENS);
    }

    @Test
    void sayWhichApplicationFails() {
        two.io().onServerEvent("fail", (arguments, ack) -> {
            throw new IllegalStateException("as the test wants");
        });

        CompletionStage<Answers> asked = one.io().serverSideEmitWithAck("fail");
        topic.run();

        assertThat(now(asked).missing()).extracting(Missing::reason).containsExactly(Reason.FAILED);
        two.failures(1);
    }
}
