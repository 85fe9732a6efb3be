package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.api.Namespace;
import io.tidings.api.NamespaceFamily;
import io.tidings.api.NamespaceGate;
import io.tidings.api.RefusedException;
import io.tidings.api.Verdict;
import io.tidings.engine.CloseReason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Namespaces that come and go with their clients, their names decided by the application. */
class GateTest {

    @RegisterExtension
    final ServerUnderTest test = new ServerUnderTest();

    private final List<String> asked = new ArrayList<>();

    private NamespaceGate gate(String prefix) {
        return (name, handshake) -> {
            asked.add(prefix + " for " + name);
            boolean knows = name.startsWith(prefix)
                    && handshake
                            .auth("key", String.class)
                            .filter("sesame"::equals)
                            .isPresent();
            return knows ? Verdict.accepted() : Verdict.refused("whatever");
        };
    }

    private static List<String> names(NamespaceFamily family) {
        return family.namespaces().stream().map(Namespace::name).toList();
    }

    private static String ask(Client client, String name, String auth) {
        client.send("0" + name + "," + auth);
        List<String> received = client.received();
        assertThat(received).hasSize(1);
        return received.get(0).replaceAll("\"[A-Za-z0-9_-]{20}\"", "…");
    }

    @Test
    void opensWhatAGateLetsAClientInto() {
        NamespaceFamily family = test.io().of(gate("/a"));
        Client client = test.client();

        assertThat(ask(client, "/a1", "{\"key\":\"sesame\"}")).isEqualTo("0/a1,{\"sid\":…}");

        assertThat(names(family)).containsExactly("/a1");
        client.send("1/a1,");
        assertThat(names(family)).isEmpty();
    }

    @Test
    void asksForEachClientAlsoWhereTheNamespaceExists() {
        NamespaceFamily family = test.io().of(gate("/a"));
        test.client().send("0/a1,{\"key\":\"sesame\"}");
        assertThat(names(family)).containsExactly("/a1");

        assertThat(ask(test.client(), "/a1", "{\"key\":\"guessed\"}"))
                .isEqualTo("4/a1,{\"message\":\"Invalid namespace\"}");
        assertThat(ask(test.client(), "/a1", "{\"key\":\"sesame\"}")).isEqualTo("0/a1,{\"sid\":…}");

        assertThat(asked).hasSize(3);
    }

    @Test
    void asksOneGateAfterAnotherUntilOneOpens() {
        NamespaceFamily first = test.io().of(gate("/a"));
        NamespaceFamily second = test.io().of(gate("/b"));
        NamespaceFamily third = test.io().of(gate("/"));

        assertThat(ask(test.client(), "/b1", "{\"key\":\"sesame\"}")).isEqualTo("0/b1,{\"sid\":…}");

        assertThat(asked).containsExactly("/a for /b1", "/b for /b1");
        assertThat(names(first)).isEmpty();
        assertThat(names(second)).containsExactly("/b1");
        assertThat(names(third)).isEmpty();
        assertThat(ask(test.client(), "/b1", "{}")).isEqualTo("4/b1,{\"message\":\"Invalid namespace\"}");
        assertThat(asked).as("it is the second one's").last().isEqualTo("/b for /b1");
    }

    @Test
    void saysNoMoreThanThatANamespaceIsInvalid() {
        test.io().of((name, handshake) -> {
            throw new RefusedException("this tenant has not paid");
        });
        test.io().of((name, handshake) -> {
            throw new IllegalStateException("broken gate");
        });

        assertThat(ask(test.client(), "/a1", "{}")).isEqualTo("4/a1,{\"message\":\"Invalid namespace\"}");
        test.failures(1);
    }

    @Test
    void asksOnTheExecutorAndWaits() {
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        NamespaceFamily family = test.io().of((name, handshake) -> {
            asked.add("on the executor: " + test.executor().isAtWork());
            return Verdict.later(verdict);
        });
        Client client = test.client().send("0/a1,");
        assertThat(asked).containsExactly("on the executor: true");
        assertThat(names(family)).isEmpty();

        verdict.complete(Verdict.accepted());

        client.greeting("0/a1,");
    }

    @Test
    void opensNothingForAClientThatHasGoneMeanwhile() {
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        NamespaceFamily family = test.io().of((name, handshake) -> Verdict.later(verdict));
        Client client = test.client().send("0/a1,");

        client.vanish();
        verdict.complete(Verdict.accepted());

        assertThat(names(family)).isEmpty();
        assertThat(test.server().namespaces().countInFamilies()).isZero();
    }

    @Test
    void asksAdmissionsBehindTheGate() {
        NamespaceFamily family = test.io().of((name, handshake) -> Verdict.accepted());
        family.use(socket -> Verdict.refused("not today"));

        assertThat(ask(test.client(), "/a1", "{}")).isEqualTo("4/a1,{\"message\":\"not today\"}");
        assertThat(names(family)).isEmpty();
    }

    @Test
    void isNotAskedForNamesThatBelongToOthers() {
        test.io().of("/own");
        test.io().of(gate("/"));
        test.io().of(Pattern.compile("/tenant-\\d+"));
        Client client = test.client();

        client.connect("/own");
        client.connect("/tenant-1");

        assertThat(asked).isEmpty();
    }

    @Test
    void isNotPassedByForANameThatTheApplicationSendsTo() {
        NamespaceFamily family = test.io().of(gate("/a"));

        test.io().of("/a1").emit("nobody is there");
        assertThat(ask(test.client(), "/a1", "{}")).isEqualTo("4/a1,{\"message\":\"Invalid namespace\"}");

        Client client = test.client();
        ask(client, "/a1", "{\"key\":\"sesame\"}");
        test.io().of("/a1").emit("somebody is there");
        assertThat(client.received()).containsExactly("2/a1,[\"somebody is there\"]");
        assertThat(names(family)).containsExactly("/a1");
    }

    @Test
    void isPassedByForANameThatTheApplicationGivesListeners() {
        test.io().of(gate("/a"));
        Namespace own = test.io().of("/a1");
        own.onConnect(socket -> asked.add("connected"));

        test.client().connect("/a1");

        assertThat(asked).containsExactly("connected");
        assertThatThrownBy(() -> {
                    Namespace taken = test.io().of("/a2");
                    test.client().send("0/a2,{\"key\":\"sesame\"}");
                    taken.onConnect(socket -> {});
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("belongs to a family");
    }

    @Test
    void hasItsOwnHandlersAndJudges() {
        NamespaceGate gate = gate("/a");
        NamespaceGate other = gate("/b");
        test.bean(new Scope.Behind(gate), new Bean().onConnect(occurrence -> asked.add("connected")));
        test.admission(new Scope.Behind(gate), socket -> {
            asked.add("admission");
            return Verdict.accepted();
        });
        test.admission(new Scope.Behind(other), socket -> Verdict.refused("not this one"));

        ask(test.client(), "/a1", "{\"key\":\"sesame\"}");

        assertThat(asked).containsExactly("/a for /a1", "admission", "connected");
    }

    @Test
    void endsAClientThatNobodyHasTimeFor() {
        test.io().of(gate("/a"));
        Client client = test.client();
        test.executor().refuse();

        client.send("0/a1,{\"key\":\"sesame\"}");

        client.isClosedFor(CloseReason.OVERLOADED);
        assertThat(asked).isEmpty();
    }
}
