package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.Admission;
import io.tidings.api.RefusedException;
import io.tidings.api.Verdict;
import io.tidings.engine.CloseReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is let into a namespace. */
class AdmissionTest {

    @RegisterExtension
    final ServerUnderTest test = new ServerUnderTest();

    private final List<String> log = new ArrayList<>();

    private Admission noting(String name, Verdict verdict) {
        return socket -> {
            log.add(name);
            return verdict;
        };
    }

    private String answerTo(Client client) {
        client.send("0");
        List<String> received = client.received();
        assertThat(received).hasSize(1);
        return received.get(0);
    }

    @Test
    void asksBeansFirstAndThenWhoWasGivenToTheNamespace() {
        test.admission(new Scope.All(), noting("bean for all", Verdict.accepted()));
        test.admission(new Scope.Named("/"), noting("bean for this one", Verdict.accepted()));
        test.admission(new Scope.Named("/other"), noting("bean for another", Verdict.accepted()));
        test.io().use(noting("first", Verdict.accepted())).use(noting("second", Verdict.accepted()));

        test.client().connect();

        assertThat(log).containsExactly("bean for all", "bean for this one", "first", "second");
    }

    @Test
    void asksNobodyAfterARefusal() {
        test.io().use(noting("first", Verdict.refused("not you", Map.of("code", 7))));
        test.io().use(noting("second", Verdict.accepted()));

        assertThat(answerTo(test.client())).isEqualTo("4{\"message\":\"not you\",\"data\":{\"code\":7}}");

        assertThat(log).containsExactly("first");
        assertThat(test.chronicle().lines()).isEmpty();
    }

    @Test
    void letsARefusedClientTryAgain() {
        List<Verdict> verdicts = new ArrayList<>(List.of(Verdict.refused("wait"), Verdict.accepted()));
        test.io().use(socket -> verdicts.remove(0));
        Client client = test.client();

        assertThat(answerTo(client)).isEqualTo("4{\"message\":\"wait\"}");

        client.connect();
    }

    @Test
    void refusesWithTheWordsOfWhatIsThrown() {
        test.io().use(socket -> {
            throw new RefusedException("no \"money\"", List.of(1, 2));
        });

        assertThat(answerTo(test.client())).isEqualTo("4{\"message\":\"no \\\"money\\\"\",\"data\":[1,2]}");
    }

    @Test
    void tellsAClientThatItsAuthObjectDoesNotFitAndNobodyElse() {
        test.io().use(socket -> {
            socket.handshake().auth("token", String.class);
            return Verdict.accepted();
        });
        Client client = test.client().send("0{\"token\":5}");

        assertThat(client.received()).containsExactly("4{\"message\":\"must be a String\"}");
    }

    @Test
    void refusesWithoutWordsWhereAnAdmissionIsBroken() {
        test.io().use(socket -> {
            throw new IllegalStateException("the password of the database is 1234");
        });

        assertThat(answerTo(test.client())).isEqualTo("4{\"message\":\"Forbidden\"}");
        assertThat(test.failures(1)).hasSize(1);
    }

    @Test
    @SuppressWarnings("NullAway") // what an application without null checks gives
    void refusesWhereAnAdmissionDecidesNothing() {
        test.io().use(socket -> null);
        test.io().of("/later").use(socket -> Verdict.later(CompletableFuture.completedFuture(null)));
        Client client = test.client();

        assertThat(answerTo(client)).isEqualTo("4{\"message\":\"Forbidden\"}");
        client.send("0/later,");
        assertThat(client.received()).containsExactly("4/later,{\"message\":\"Forbidden\"}");
        test.failures(2);
    }

    @Test
    void refusesWithoutDataThatCannotBeWritten() {
        test.io().use(socket -> Verdict.refused("no", new Object()));

        assertThat(answerTo(test.client())).isEqualTo("4{\"message\":\"no\"}");
        assertThat(test.failures(1).get(0)).contains("the data of a refusal");
    }

    @Test
    void waitsForAVerdictThatComesLater() {
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        test.io().use(socket -> Verdict.later(verdict)).use(noting("next", Verdict.accepted()));
        Client client = test.client().send("0");
        assertThat(client.received()).isEmpty();
        assertThat(log).isEmpty();

        verdict.complete(Verdict.accepted());

        client.greeting("0");
        assertThat(log).containsExactly("next");
    }

    @Test
    void asksTheNextOneOnTheExecutorWhereverAVerdictComesFrom() {
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        test.io().use(socket -> Verdict.later(verdict)).use(socket -> {
            log.add("on the executor: " + test.executor().isAtWork());
            return Verdict.accepted();
        });
        Client client = test.client();
        test.executor().hold();
        client.send("0");
        assertThat(log).isEmpty();
        test.executor().step();

        verdict.complete(Verdict.accepted());
        assertThat(log).isEmpty();
        test.executor().step();

        assertThat(log).containsExactly("on the executor: true");
    }

    @Test
    void refusesWhereALaterVerdictIsAFailure() {
        test.io().use(socket -> Verdict.later(CompletableFuture.failedFuture(new RefusedException("later no"))));

        assertThat(answerTo(test.client())).isEqualTo("4{\"message\":\"later no\"}");
    }

    @Test
    void refusesWhenAVerdictDoesNotComeInTime() {
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        test.io().of("/slow").use(socket -> Verdict.later(verdict));
        Client client = test.client();
        client.connect();
        client.send("0/slow,");

        test.pass(Rules.CONNECT_TIMEOUT.plusSeconds(1));

        assertThat(client.received()).containsExactly("4/slow,{\"message\":\"Timed out\"}");
        verdict.complete(Verdict.accepted());
        assertThat(client.received()).isEmpty();
        assertThat(test.io().of("/slow").sockets()).isEmpty();
    }

    @Test
    void lettingAClientInThatHasGoneLeavesNothing() {
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        test.io().use(socket -> Verdict.later(verdict)).use(noting("next", Verdict.accepted()));
        Client client = test.client().send("0");

        client.vanish();
        verdict.complete(Verdict.accepted());

        assertThat(log).as("nobody asks for one who has gone").isEmpty();
        assertThat(test.chronicle().lines()).isEmpty();
        assertThat(test.server().socketCount()).isZero();
    }

    @Test
    @DisplayName("A-06 closes a client that asks again while it waits for a verdict")
    void closesAClientThatAsksAgainWhileItWaits() {
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        test.io().use(socket -> {
            log.add("asked");
            return Verdict.later(verdict);
        });
        Client client = test.client();

        client.sendTogether("0", "0", "0");

        client.isClosedFor(CloseReason.PARSE_ERROR);
        assertThat(log).hasSizeLessThan(2);
        verdict.complete(Verdict.accepted());
    }

    @Test
    @DisplayName("A-07 closes a client that sends events before it was let in")
    void closesAClientThatSendsEventsBeforeItWasLetIn() {
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        test.io().use(socket -> Verdict.later(verdict));
        Client client = test.client().send("0", "2[\"x\"]");

        client.isClosedFor(CloseReason.PARSE_ERROR);
        verdict.complete(Verdict.accepted());
    }

    @Test
    @DisplayName("P-03 closes a client that sends a part of a packet before it was let in, and keeps nothing")
    void closesAClientThatSendsAPartOfAPacketBeforeItWasLetIn() {
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        test.io().use(socket -> Verdict.later(verdict));

        Client waiting = test.client()
                .send("0", "52-[\"m\",{\"_placeholder\":true,\"num\":1},{\"_placeholder\":true,\"num\":0}]");
        Client early = test.client().send("51-[\"m\",{\"_placeholder\":true,\"num\":0}]");

        waiting.isClosedFor(CloseReason.PARSE_ERROR);
        early.isClosedFor(CloseReason.PARSE_ERROR);
        assertThat(test.queuedBytes()).isZero();
        verdict.complete(Verdict.accepted());
    }
}
