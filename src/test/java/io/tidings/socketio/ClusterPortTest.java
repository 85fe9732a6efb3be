package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.api.Answers;
import io.tidings.api.Answers.Missing;
import io.tidings.api.Answers.Reason;
import io.tidings.api.Push;
import io.tidings.api.RemoteSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the other nodes of a cluster are told. */
class ClusterPortTest {

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
        cluster.answers.complete(new Answers(List.of(), List.of(new Missing("node-2", Reason.NODE_UNREACHABLE))));

        assertThat(cluster.told()).containsExactly("tell servers of /chat [\"m\",1]", "ask servers of / [\"m\"] PT30S");
        assertThat(answers.toCompletableFuture().join().missing()).hasSize(1);
    }

    @Test
    void isWhoIsFetchedFromThem() {
        CompletionStage<List<RemoteSocket>> all =
                test.io().timeout(Duration.ofSeconds(2)).fetchSockets();
        assertThat(all.toCompletableFuture()).isNotDone();

        cluster.sockets.complete(List.of(test.socket(id)));

        assertThat(cluster.told()).containsExactly("fetch / to [] PT2S");
        assertThat(all.toCompletableFuture().join()).hasSize(2);
    }

    @Test
    void isWhatIsAskedOfTheirSocketsToo() {
        CompletionStage<Answers> stage =
                test.io().timeout(Duration.ofSeconds(5)).emitWithAck("ask");
        client.send("3" + AskingTest.idOf(client.received().get(0)) + "[1]");
        assertThat(stage.toCompletableFuture()).isNotDone();

        cluster.answers.complete(new Answers(
                List.of(new Answers.Answer("remote", NoArguments.INSTANCE)),
                List.of(new Missing("node-2", Reason.NODE_UNREACHABLE))));

        assertThat(cluster.told()).containsExactly("ask / to [] [\"ask\"] PT5S");
        Answers answers = stage.toCompletableFuture().join();
        assertThat(answers.received()).extracting("from").containsExactly(id, "remote");
        assertThat(answers.missing()).containsExactly(new Missing("node-2", Reason.NODE_UNREACHABLE));
    }

    @Test
    void isAskedWithoutHarmWhereItFails() {
        cluster.answers = CompletableFuture.failedFuture(new IllegalStateException("as the test wants"));

        CompletionStage<Answers> stage = test.io().emitWithAck("ask");
        client.send("3" + AskingTest.idOf(client.received().get(0)) + "[1]");

        assertThat(stage.toCompletableFuture().join().received()).hasSize(1);
        test.failures(1);
    }

    @Test
    void isNotTriedToReachWhereThatCannotBeWritten() {
        assertThatThrownBy(() -> test.io().to("nowhere").emitWithAck("m", new Object()))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(cluster.told()).isEmpty();
        assertThat(test.deadlines()).isEqualTo(2);
    }
}
