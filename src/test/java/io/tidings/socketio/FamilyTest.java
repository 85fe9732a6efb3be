package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.api.Namespace;
import io.tidings.api.NamespaceFamily;
import io.tidings.api.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Namespaces that come and go with their clients, their names given by a pattern. */
class FamilyTest {

    private static final Pattern TENANTS = Pattern.compile("/tenant-\\d+");

    @RegisterExtension
    final ServerUnderTest test = new ServerUnderTest();

    private final NamespaceFamily family = test.io().of(TENANTS);
    private final List<String> log = new ArrayList<>();

    private List<String> names() {
        return family.namespaces().stream().map(Namespace::name).sorted().toList();
    }

    @Test
    void opensNamespacesWhoseWholeNameMatches() {
        Client client = test.client();
        client.connect("/tenant-1");
        client.connect("/tenant-22");
        client.send("0/tenant-1x,", "0/my/tenant-1,");

        assertThat(client.received()).allMatch(answer -> answer.endsWith("{\"message\":\"Invalid namespace\"}"));
        assertThat(names()).containsExactly("/tenant-1", "/tenant-22");
    }

    @Test
    @DisplayName("P-34 a namespace of a family ends with its last socket")
    void endsANamespaceWithItsLastSocket() {
        Client first = test.client();
        Client second = test.client();
        first.connect("/tenant-1");
        second.connect("/tenant-1");

        first.send("1/tenant-1,");
        assertThat(names()).containsExactly("/tenant-1");
        second.vanish();
        assertThat(names()).isEmpty();

        first.connect("/tenant-1");
        assertThat(names()).containsExactly("/tenant-1");
    }

    @Test
    void endsANamespaceThatNobodyWasLetInto() {
        family.use(socket -> Verdict.refused("no"));
        Client client = test.client().send("0/tenant-1,");

        assertThat(client.received()).containsExactly("4/tenant-1,{\"message\":\"no\"}");
        assertThat(names()).isEmpty();
        assertThat(test.server().namespaces().countInFamilies()).isZero();
    }

    @Test
    void endsANamespaceWhoseAdmissionNobodyHasTimeFor() {
        family.use(socket -> Verdict.accepted());
        Client client = test.client();
        test.executor().refuse();

        client.send("0/tenant-1,");

        assertThat(names()).isEmpty();
        assertThat(test.server().namespaces().countInFamilies()).isZero();
    }

    @Test
    void givesItsListenersToAllOfItsNamespaces() {
        family.onConnect(socket -> log.add("connected to " + socket.namespace().name()));
        family.filter(event -> {
            log.add("filtered " + event.name());
            return Verdict.accepted();
        });
        test.bean(new Scope.Matching(Pattern.compile(TENANTS.pattern())), new Bean().onEvent("x", occurrence -> {
                    log.add("handled in " + occurrence.socket().namespace().name());
                    return 1;
                }));
        Client client = test.client();
        client.connect("/tenant-1");
        client.connect("/tenant-2");

        client.send("2/tenant-2,7[\"x\"]");

        assertThat(client.received()).containsExactly("3/tenant-2,7[1]");
        assertThat(log)
                .containsExactly(
                        "connected to /tenant-1", "connected to /tenant-2", "filtered x", "handled in /tenant-2");
    }

    @Test
    void isTheSameFamilyForTheSamePattern() {
        assertThat(test.io().of(Pattern.compile("/tenant-\\d+"))).isSameAs(family);
        assertThat(test.io().of(Pattern.compile("/tenant-\\d+", Pattern.CASE_INSENSITIVE)))
                .isNotSameAs(family);
    }

    @Test
    void limitsHowManyNamespacesThereAre() {
        test.rules(new Rules().familyNamespaces(2));
        Client client = test.client();
        client.connect("/tenant-1");
        client.connect("/tenant-2");

        client.send("0/tenant-3,");
        assertThat(client.received()).containsExactly("4/tenant-3,{\"message\":\"Too many namespaces\"}");

        test.client().connect("/tenant-1");
        client.send("1/tenant-2,");
        client.connect("/tenant-3");
    }

    @Test
    void emitsToAllOfItsNamespaces() {
        test.io().of("/other");
        Client client = test.client();
        client.connect("/tenant-1");
        client.connect("/tenant-2");
        client.connect("/other");

        family.emit("news", 1);

        assertThat(client.received()).containsExactlyInAnyOrder("2/tenant-1,[\"news\",1]", "2/tenant-2,[\"news\",1]");
    }

    @Test
    void givesAHandleThatReachesTheNamespaceWheneverItExists() {
        Namespace before = test.io().of("/tenant-1");
        before.emit("nobody hears");
        assertThat(names()).as("asking makes nothing").isEmpty();
        Client client = test.client();
        client.connect("/tenant-1");
        Namespace during = test.io().of("tenant-1");

        before.emit("one");
        client.send("1/tenant-1,");
        before.emit("nobody hears");
        String id = client.connect("/tenant-1");
        before.emit("two");
        during.to(id).emit("three");

        assertThat(client.received())
                .containsExactly("2/tenant-1,[\"one\"]", "2/tenant-1,[\"two\"]", "2/tenant-1,[\"three\"]");
        assertThat(before.sockets()).hasSize(1);
        assertThat(during.socket(id)).isPresent();
    }

    @Test
    void refusesListenersForOneOfItsNamespaces() {
        Namespace one = test.io().of("/tenant-1");

        assertThatThrownBy(() -> one.onConnect(socket -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/tenant-1 belongs to a family");
        assertThatThrownBy(() -> one.use(socket -> Verdict.accepted())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> one.filter(event -> Verdict.accepted())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> one.onServerEvent("x", (arguments, ack) -> {}))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void leavesANamespaceAloneThatWasThereBefore() {
        Namespace own = test.io().of("/room-1").onConnect(socket -> log.add("own"));
        test.io().of(Pattern.compile("/room-\\d+")).onConnect(socket -> log.add("family"));
        Client client = test.client();

        client.connect("/room-1");
        client.connect("/room-2");
        client.send("1/room-1,");

        assertThat(log).containsExactly("own", "family");
        assertThat(test.io().of("/room-1")).isSameAs(own);
    }

    @Test
    void givesTheHandlersOfANameThatAPatternMatchesANamespaceOfTheirOwn() {
        Pattern pattern = Pattern.compile("/room-\\d+");
        test.bean(new Scope.Matching(pattern), new Bean().onConnect(occurrence -> log.add("family")));
        test.bean("/room-1", new Bean().onConnect(occurrence -> log.add("own")));
        Client client = test.client();

        client.connect("/room-1");
        client.connect("/room-2");

        assertThat(log).containsExactly("own", "family");
    }

    @Test
    void refusesHandlersForANameThatBelongsToAFamilyAlready() {
        test.bean("/tenant-1", new Bean());

        assertThatThrownBy(test::started)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/tenant-1 belongs to a family");
    }

    @Test
    void asksTheBeansThatAreForItsPattern() {
        test.admission(new Scope.Matching(TENANTS), socket -> {
            log.add("asked for " + socket.namespace().name());
            return Verdict.accepted();
        });
        test.io().of("/other");
        Client client = test.client();

        client.connect("/tenant-1");
        client.connect("/other");

        assertThat(log).containsExactly("asked for /tenant-1");
    }

    @Test
    void keepsItsNamespaceForAListenerToTheEnd() {
        family.onConnect(socket -> socket.onDisconnect(reason -> {
            log.add(socket.namespace().name() + " " + reason + " " + names());
            socket.broadcast().emit("nobody hears");
        }));
        Client client = test.client();
        client.connect("/tenant-1");

        client.vanish();

        assertThat(log).containsExactly("/tenant-1 transport close []");
    }
}
