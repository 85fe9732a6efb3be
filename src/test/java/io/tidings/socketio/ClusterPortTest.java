package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.api.Answers;
import io.tidings.api.Answers.Missing;
import io.tidings.api.Answers.Reason;
import io.tidings.api.Arguments;
import io.tidings.api.DataKey;
import io.tidings.api.HttpHandshake;
import io.tidings.api.Push;
import io.tidings.api.RemoteSocket;
import io.tidings.api.UnreachableNodesException;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.Payload;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the other nodes of a cluster are told. */
class ClusterPortTest {

    private static final SocketCopy COPY = new SocketCopy(
            "remote",
            new HttpHandshake(
                    Instant.EPOCH, "10.0.0.1", true, "/", List.of(), List.of("Host", "example.org"), null, Set.of()),
            Bytes.utf8("{\"token\":\"secret\"}"),
            "anna",
            Set.of("remote", "lobby"),
            Map.of("level", Bytes.utf8("3")));

    private final FakeCluster cluster = new FakeCluster();

    @RegisterExtension
    final ServerUnderTest test = new ServerUnderTest().cluster(cluster);

    private final Client client = test.client();
    private final String id = client.connect();

    @Test
    void isWhatIsEmittedToMany() {
        test.io().emit("m", 1);
        test.io().of("/chat").to("b", "a").except("c").asVolatile().emit("m");
        test.io().toUser("ada").emit("m");
        test.io().compress(false).emit("m");
        test.socket(id).broadcast().emit("m");
        test.server().push(Push.of("m").in("/nobody-here").to("a"));

        assertThat(cluster.told())
                .containsExactly(
                        "emit / to [] [\"m\",1]",
                        "emit /chat to [a, b] except [c] volatile [\"m\"]",
                        "emit / to [] users [ada] [\"m\"]",
                        "emit / to [] uncompressed [\"m\"]",
                        "emit / to [] except [" + id + "] [\"m\"]",
                        "emit /nobody-here to [a] [\"m\"]");
    }

    @Test
    void isNothingOfWhatConcernsThisNodeAlone() {
        test.io().local().emit("m");
        test.io().to("a").local().emitWithAck("m");
        test.io().local().fetchSockets();
        test.io().local().socketsJoin("a");
        test.io().local().socketsLeave("a");
        test.io().to("a").local().disconnectSockets();
        test.socket(id).emit("m");
        test.socket(id).local().emit("m");
        test.io().of(Pattern.compile("/t-\\d+"));
        client.connect("/t-1");
        test.io().of(Pattern.compile("/t-\\d+")).emit("m");

        assertThat(cluster.told()).isEmpty();
    }

    @Test
    void mayTellSeveralThingsThatClientsGetAtOnce() {
        int before = client.transport().writes();
        Payload event = Payload.of(Bytes.utf8("[\"m\"]"));

        cluster.here().together(() -> {
            cluster.here().emit("/", Selection.ALL, event);
            cluster.here().emit("/", Selection.ALL, event);
        });

        assertThat(client.received()).containsExactly("2[\"m\"]", "2[\"m\"]");
        assertThat(client.transport().writes()).isEqualTo(before + 1);
    }

    @Test
    void isNothingWhereThereIsNobody() {
        cluster.leave();
        int written = test.codec().written();

        test.io().to("nowhere").emit("m");
        test.io().serverSideEmit("m");
        assertThat(test.io().serverSideEmitWithAck("m").toCompletableFuture().join())
                .isEqualTo(new Answers(List.of(), List.of()));

        assertThat(cluster.told()).isEmpty();
        assertThat(test.codec().written()).isEqualTo(written);
    }

    @Test
    void isEncodedWithWhatIsSentHere() {
        int written = test.codec().written();

        test.io().emit("m");

        assertThat(test.codec().written()).isEqualTo(written + 1);
    }

    @Test
    void isWhatIsDoneToMany() {
        test.io().to("a").socketsJoin("y", "x");
        test.io().socketsLeave("x");
        test.io().to("a").disconnectSockets();
        test.io().of("/chat").disconnectSockets(true);

        assertThat(cluster.told())
                .containsExactly(
                        "join / to [a] [x, y]",
                        "leave / to [] [x]",
                        "disconnect / to [a] false",
                        "disconnect /chat to [] true");
    }

    @Test
    void isWhatServersTellEachOther() {
        test.io().of("/chat").serverSideEmit("m", 1);
        CompletionStage<Answers> answers = test.io().serverSideEmitWithAck("m");
        cluster.answer(List.of(), List.of(new Missing("node-2", Reason.NODE_UNREACHABLE)));

        assertThat(cluster.told()).containsExactly("tell servers of /chat [\"m\",1]", "ask servers of / [\"m\"] PT30S");
        assertThat(answers.toCompletableFuture().join().missing()).hasSize(1);
    }

    @Test
    void isWhoIsFetchedFromThem() {
        CompletionStage<List<RemoteSocket>> all =
                test.io().timeout(Duration.ofSeconds(2)).fetchSockets();
        assertThat(all.toCompletableFuture()).isNotDone();

        cluster.bring(List.of(COPY), List.of());

        assertThat(cluster.told()).containsExactly("fetch / to [] PT2S");
        List<RemoteSocket> sockets = all.toCompletableFuture().join();
        assertThat(sockets).extracting(RemoteSocket::id).containsExactly(id, "remote");
        RemoteSocket remote = sockets.get(1);
        assertThat(remote.rooms()).containsExactlyInAnyOrder("remote", "lobby");
        assertThat(remote.principal()).map(Principal::getName).contains("anna");
        assertThat(remote.handshake().auth("token", String.class)).contains("secret");
        assertThat(remote.handshake().header("host")).contains("example.org");
        assertThat(remote.data(new DataKey<>("level", Integer.class))).contains(3);
        assertThat(remote.data(new DataKey<>("other", Integer.class))).isEmpty();
    }

    @Test
    void isToldWhatConcernsAFetchedSocket() {
        RemoteSocket remote = remote();

        remote.join("a");
        remote.leave("a");
        remote.asVolatile().compress(false).emit("m", 1);
        remote.emit("m");
        remote.disconnect(true);
        remote.disconnect();

        assertThat(cluster.told())
                .containsExactly(
                        "join / to [remote] [a]",
                        "leave / to [remote] [a]",
                        "emit / to [remote] volatile uncompressed [\"m\",1]",
                        "emit / to [remote] [\"m\"]",
                        "disconnect / to [remote] true",
                        "disconnect / to [remote] false");
    }

    private RemoteSocket remote() {
        CompletionStage<List<RemoteSocket>> all = test.io().to("lobby").fetchSockets();
        cluster.bring(List.of(COPY), List.of());
        cluster.told();
        return all.toCompletableFuture().join().get(0);
    }

    @Test
    void isWhereAFetchedSocketAnswersOrNobodyDoes() {
        RemoteSocket remote = remote();

        CompletionStage<Arguments> answered =
                remote.timeout(Duration.ofSeconds(2)).emitWithAck("ask");
        cluster.answer(List.of(new Said("remote", Payload.of(Bytes.utf8("[7]")))), List.of());
        CompletionStage<Arguments> missed = remote.emitWithAck("ask");
        cluster.answer(List.of(), List.of(new Missing("node-2", Reason.NODE_UNREACHABLE)));
        CompletionStage<Arguments> gone = remote.emitWithAck("ask");
        cluster.answer(List.of(), List.of());

        assertThat(cluster.told()).startsWith("ask / to [remote] [\"ask\"] PT2S");
        assertThat(answered.toCompletableFuture().join().get(0, Integer.class)).isEqualTo(7);
        assertThat(missed).failsWithin(Duration.ZERO).withThrowableThat().withMessageContaining("NODE_UNREACHABLE");
        assertThat(gone).failsWithin(Duration.ZERO).withThrowableThat().withMessageContaining("DISCONNECTED");
    }

    @Test
    void isCountedWithThisNode() {
        assertThat(test.io().countSockets().toCompletableFuture().join()).isEqualTo(43);
        assertThat(test.io().local().countSockets().toCompletableFuture().join())
                .isEqualTo(1);
        assertThat(cluster.told()).containsExactly("count / to [] PT30S");
    }

    @Test
    void saysWhichNodesHaveNotAnsweredAndWhatTheOthersHave() {
        test.socket(id).join("a", "b");

        CompletionStage<Map<String, Long>> rooms = test.io().fetchRooms();

        assertThat(rooms)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(UnreachableNodesException.class, failure -> {
                    assertThat(failure).hasMessage("No answer of node node-3 (TIMED_OUT)");
                    assertThat(failure.missing()).containsExactly(new Missing("node-3", Reason.TIMED_OUT));
                    assertThat(failure.found()).isEqualTo(Map.of("a", 3L, "b", 1L));
                });
    }

    @Test
    void isWhatIsAskedOfTheirSocketsToo() {
        CompletionStage<Answers> stage =
                test.io().timeout(Duration.ofSeconds(5)).emitWithAck("ask");
        client.send("3" + AskingTest.idOf(client.received().get(0)) + "[1]");
        assertThat(stage.toCompletableFuture()).isNotDone();

        cluster.answer(
                List.of(new Said("remote", Payload.of(Bytes.utf8("[]")))),
                List.of(new Missing("node-2", Reason.NODE_UNREACHABLE)));

        assertThat(cluster.told()).containsExactly("ask / to [] [\"ask\"] PT5S");
        Answers answers = stage.toCompletableFuture().join();
        assertThat(answers.received()).extracting("from").containsExactly(id, "remote");
        assertThat(answers.missing()).containsExactly(new Missing("node-2", Reason.NODE_UNREACHABLE));
    }

    @Test
    void isNotTriedToReachWhereThatCannotBeWritten() {
        assertThatThrownBy(() -> test.io().to("nowhere").emitWithAck("m", new Object()))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(cluster.told()).isEmpty();
        assertThat(test.deadlines()).isEqualTo(2);
    }
}
