package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.PacketFilter;
import io.tidings.api.RefusedException;
import io.tidings.api.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who decides whether an event reaches its handlers. */
class FilterTest {

    @RegisterExtension
    final ServerUnderTest test = new ServerUnderTest();

    private final List<String> log = new ArrayList<>();
    private final CompletableFuture<Verdict> later = new CompletableFuture<>();

    @BeforeEach
    void handle() {
        test.bean(
                "/",
                new Bean()
                        .onEvent(
                                "x",
                                occurrence -> log.add("handled "
                                        + occurrence.arguments().at(0).json()))
                        .onDisconnect(occurrence -> log.add("disconnect")));
    }

    private PacketFilter noting(String name) {
        return event -> {
            log.add(name + " " + event.name() + (test.executor().isAtWork() ? "" : " on the reading thread"));
            return Verdict.accepted();
        };
    }

    private Client connected() {
        Client client = test.client();
        client.connect();
        return client;
    }

    @Test
    void asksBeansThenTheNamespaceThenTheSocket() {
        test.filter(new Scope.All(), noting("bean"));
        test.filter(new Scope.Named("/other"), noting("other"));
        test.io().filter(noting("namespace"));
        test.io().onConnect(socket -> socket.use(noting("socket")));

        connected().send("2[\"x\",1]");

        assertThat(log).containsExactly("bean x", "namespace x", "socket x", "handled 1");
    }

    @Test
    void dropsWhatIsRefusedAndTellsWhoAsks() {
        test.io()
                .filter(event -> event.arguments().get(0, Integer.class) > 1
                        ? Verdict.refused("too much", Map.of("limit", 1))
                        : Verdict.accepted());
        test.io().filter(noting("next"));
        Client client = connected();

        client.send("2[\"x\",2]", "27[\"x\",3]", "28[\"x\",1]");

        assertThat(log).containsExactly("next x", "handled 1");
        assertThat(client.received())
                .containsExactly("37[{\"error\":\"too much\",\"data\":{\"limit\":1}}]", "38[true]");
    }

    @Test
    void refusesWithWhatIsThrown() {
        test.io().filter(event -> {
            throw event.arguments().size() > 1 ? new RefusedException("no") : new IllegalStateException("broken");
        });
        Client client = connected();

        client.send("21[\"x\",1]", "22[\"x\",1,2]");

        assertThat(client.received()).containsExactly("31[{\"error\":\"Forbidden\"}]", "32[{\"error\":\"no\"}]");
        assertThat(log).isEmpty();
        test.failures(1);
    }

    @Test
    void refusesWhereArgumentsDoNotFit() {
        test.io().filter(event -> {
            event.arguments().get(0, String.class);
            return Verdict.accepted();
        });
        Client client = connected();

        client.send("21[\"x\",1]");

        assertThat(client.received()).containsExactly("31[{\"error\":\"must be a String\"}]");
    }

    @Test
    void letsTheNextEventWaitForTheVerdict() {
        test.io()
                .filter(event ->
                        event.arguments().get(0, Integer.class) == 1 ? Verdict.later(later) : Verdict.accepted());
        Client client = connected();

        client.send("2[\"x\",1]", "2[\"x\",2]");
        assertThat(log).isEmpty();
        later.complete(Verdict.accepted());

        assertThat(log).containsExactly("handled 1", "handled 2");
        assertThat(test.queuedBytes()).isZero();
    }

    @Test
    void handlesOnTheExecutorWhereverTheVerdictComesFrom() {
        test.io().filter(event -> Verdict.later(later)).filter(noting("next"));
        Client client = connected();
        client.send("2[\"x\",1]");
        test.executor().hold();

        later.complete(Verdict.accepted());
        assertThat(log).isEmpty();
        test.executor().release();

        assertThat(log).containsExactly("next x", "handled 1");
    }

    @Test
    void refusesWhenTheVerdictDoesNotComeInTime() {
        test.io().filter(event -> Verdict.later(later));
        Client client = connected();
        client.send("21[\"x\",1]", "2[\"x\",2]");

        test.pass(Rules.CONNECT_TIMEOUT.plusSeconds(1));
        assertThat(client.received()).containsExactly("31[{\"error\":\"Timed out\"}]");
        later.complete(Verdict.accepted());

        assertThat(log).containsExactly("handled 2");
    }

    @Test
    void handlesNothingThatWasJudgedAfterThisSideHasDisconnected() {
        test.io().filter(event -> Verdict.later(later));
        Client client = connected();
        client.send("2[\"x\",1]");

        test.io().disconnectSockets();
        later.complete(Verdict.accepted());

        assertThat(log).containsExactly("disconnect");
        assertThat(test.queuedBytes()).isZero();
    }

    @Test
    void handlesWhatHadArrivedBeforeTheClientWent() {
        test.io().filter(event -> Verdict.later(later));
        Client client = connected();
        client.send("2[\"x\",1]");

        client.vanish();
        assertThat(log).isEmpty();
        later.complete(Verdict.accepted());

        assertThat(log).containsExactly("handled 1", "disconnect");
    }

    @Test
    void mayDecideLaterOnceMore() {
        CompletableFuture<Verdict> muchLater = new CompletableFuture<>();
        test.io().filter(event -> Verdict.later(later));
        Client client = connected();
        client.send("2[\"x\",1]");

        later.complete(Verdict.later(muchLater));
        assertThat(log).isEmpty();
        muchLater.complete(Verdict.accepted());

        assertThat(log).containsExactly("handled 1");
    }

    @Test
    void mayDecideWhileTheEventIsBeingShown() {
        test.io().filter(event -> Verdict.later(CompletableFuture.completedFuture(Verdict.accepted())));
        Client client = connected();

        client.sendTogether("2[\"x\",1]", "2[\"x\",2]", "2[\"x\",3]");

        assertThat(log).containsExactly("handled 1", "handled 2", "handled 3");
    }
}
