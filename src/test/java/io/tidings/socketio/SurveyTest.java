package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.api.Answers;
import io.tidings.api.Answers.Missing;
import io.tidings.api.Answers.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Events to many sockets that want acknowledgements. */
class SurveyTest {

    @RegisterExtension
    final ServerUnderTest test = new ServerUnderTest();

    private final Client ada = test.client();
    private final Client bob = test.client();
    private final String adasId = ada.connect();
    private final String bobsId = bob.connect();

    private static String answer(Client client, String json) {
        String id = AskingTest.idOf(client.received().get(0));
        client.send("3" + id + json);
        return id;
    }

    private static boolean isDone(CompletionStage<Answers> stage) {
        return stage.toCompletableFuture().isDone();
    }

    private static Answers of(CompletionStage<Answers> stage) {
        assertThat(stage.toCompletableFuture()).isCompleted();
        return stage.toCompletableFuture().join();
    }

    private static List<String> answerers(Answers answers) {
        return answers.received().stream()
                .map(answer -> answer.from() + " " + answer.arguments().at(0).json())
                .toList();
    }

    @Test
    void gathersTheAnswersInTheOrderTheyCome() {
        CompletionStage<Answers> stage = test.io().emitWithAck("ask", 1);

        String first = answer(bob, "[\"b\"]");
        assertThat(isDone(stage)).isFalse();
        String second = answer(ada, "[\"a\"]");

        assertThat(answerers(of(stage))).containsExactly(bobsId + " \"b\"", adasId + " \"a\"");
        assertThat(of(stage).isComplete()).isTrue();
        assertThat(first).as("encoded once for all").isEqualTo(second);
    }

    @Test
    @DisplayName("1.14 e ends early when those who have not answered leave")
    void endsWhenThoseWhoHaveNotAnsweredLeave() {
        CompletionStage<Answers> stage = test.io().emitWithAck("ask");
        answer(ada, "[\"a\"]");
        int deadlines = test.deadlines();

        bob.vanish();

        assertThat(answerers(of(stage))).containsExactly(adasId + " \"a\"");
        assertThat(of(stage).missing()).containsExactly(new Missing(bobsId, Reason.DISCONNECTED));
        assertThat(test.deadlines()).as("its own and a heartbeat").isEqualTo(deadlines - 2);
    }

    @Test
    void endsAtTheTimeOutWithWhatThereIs() {
        CompletionStage<Answers> stage =
                test.io().timeout(Duration.ofSeconds(2)).emitWithAck("ask");
        String id = answer(ada, "[\"a\"]");

        test.time().advance(Duration.ofSeconds(3));

        assertThat(of(stage).missing()).containsExactly(new Missing(bobsId, Reason.TIMED_OUT));
        assertThat(of(stage).isComplete()).isFalse();
        bob.send("3" + id + "[\"late\"]");
        assertThat(bob.isOpen()).isTrue();
    }

    @Test
    void endsAtOnceWhereNobodyIsChosen() {
        int written = test.codec().written();
        int deadlines = test.deadlines();

        CompletionStage<Answers> stage = test.io().to("nobody").emitWithAck("ask");

        assertThat(of(stage)).isEqualTo(new Answers(List.of(), List.of()));
        assertThat(test.codec().written()).isEqualTo(written);
        assertThat(test.deadlines()).isEqualTo(deadlines);
    }

    @Test
    void doesNotWaitForOneWhoOwesTooMuchOrIsNotReady() {
        test.time().advance(Duration.ofMillis(1));
        ada.transport().stall();
        test.socket(adasId).emit("queued");

        CompletionStage<Answers> stage = test.io().asVolatile().emitWithAck("ask");
        answer(bob, "[1]");

        assertThat(of(stage).missing()).containsExactly(new Missing(adasId, Reason.NOT_SENT));
        assertThat(answerers(of(stage))).containsExactly(bobsId + " 1");
    }

    @Test
    @DisplayName("A-09 counts what each socket owes")
    void countsWhatEachSocketOwes() {
        for (int i = 0; i < 10_000; i++) {
            test.socket(adasId).asVolatile().emitWithAck("ask");
        }
        ada.received();

        CompletionStage<Answers> stage = test.io().emitWithAck("ask");
        assertThat(ada.received()).isEmpty();
        answer(bob, "[1]");

        assertThat(of(stage).missing()).containsExactly(new Missing(adasId, Reason.TOO_MANY_PENDING));
    }

    @Test
    void asksNobodyWhatCannotBeWritten() {
        assertThatThrownBy(() -> test.io().emitWithAck("ask", new Object()))
                .isInstanceOf(IllegalArgumentException.class);

        for (String id : List.of(adasId, bobsId)) {
            assertThat(((ClientSocket) test.socket(id)).acks().count()).isZero();
        }
        assertThat(ada.received()).isEmpty();
    }

    @Test
    @DisplayName("S-07 counts the answer of each socket once, and those of others not at all")
    void countsTheAnswerOfEachSocketOnce() {
        Client other = test.client();
        String othersId = other.connect();
        CompletionStage<Answers> stage = test.io().except(othersId).emitWithAck("ask");

        String id = answer(ada, "[1]");
        ada.send("3" + id + "[2]");
        other.send("3" + id + "[3]");
        assertThat(isDone(stage)).isFalse();
        answer(bob, "[4]");

        assertThat(answerers(of(stage))).containsExactly(adasId + " 1", bobsId + " 4");
    }

    @Test
    void endsOnTheExecutor() {
        List<String> log = new ArrayList<>();
        test.io()
                .to(adasId)
                .emitWithAck("ask")
                .thenAccept(
                        answers -> log.add("on the executor: " + test.executor().isAtWork()));
        test.executor().hold();

        answer(ada, "[1]");
        assertThat(log).isEmpty();
        test.executor().release();

        assertThat(log).containsExactly("on the executor: true");
    }

    @Test
    void leavesOutTheSenderOfABroadcast() {
        CompletionStage<Answers> stage = test.socket(adasId).broadcast().emitWithAck("ask");

        assertThat(ada.received()).isEmpty();
        answer(bob, "[1]");

        assertThat(answerers(of(stage))).containsExactly(bobsId + " 1");
    }
}
