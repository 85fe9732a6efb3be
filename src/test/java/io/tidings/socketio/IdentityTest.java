package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.HttpHandshake;
import io.tidings.api.Socket;
import io.tidings.api.Verdict;
import io.tidings.engine.EngineUnderTest;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is behind a socket. */
class IdentityTest {

    private record User(String name) implements Principal {
        @Override
        public String getName() {
            return name;
        }
    }

    @RegisterExtension
    final ServerUnderTest test = new ServerUnderTest();

    private Client clientOf(@Nullable Principal user, String... roles) {
        return test.client(new HttpHandshake(
                Instant.EPOCH, EngineUnderTest.ADDRESS, false, "/", List.of(), List.of(), user, Set.of(roles)));
    }

    @Test
    void isNobodyUnlessSomebodySaysSo() {
        Socket socket = test.socket(clientOf(null).connect());

        assertThat(socket.principal()).isEmpty();
        assertThat(socket.isInRole("admin")).isFalse();
    }

    @Test
    void isWhomTheContainerHasAuthenticated() {
        Socket socket = test.socket(clientOf(new User("ada"), "admin").connect());

        assertThat(socket.principal()).contains(new User("ada"));
        assertThat(socket.isInRole("admin")).isTrue();
        assertThat(socket.isInRole("guest")).isFalse();
    }

    @Test
    void isWhomAnAdmissionHasNamedLast() {
        test.io().use(socket -> Verdict.acceptedAs(new User("bob"), Set.of("guest")));
        test.io().use(socket -> {
            assertThat(socket.principal()).contains(new User("bob"));
            return Verdict.acceptedAs(new User("eve"), Set.of("host"));
        });
        test.io().use(socket -> Verdict.accepted());

        Socket socket = test.socket(clientOf(new User("ada"), "admin").connect());

        assertThat(socket.principal()).contains(new User("eve"));
        assertThat(socket.isInRole("host")).isTrue();
        assertThat(socket.isInRole("guest")).isFalse();
        assertThat(socket.isInRole("admin")).isFalse();
    }

    @Test
    void refusesForAPrincipalWithoutAName() {
        test.io().use(socket -> Verdict.acceptedAs(nameless(), Set.of()));
        Client client = clientOf(null);

        client.send("0");

        assertThat(client.received()).containsExactly("4{\"message\":\"Forbidden\"}");
        test.failures(1);
    }

    @SuppressWarnings("NullAway") // what an application without null checks gives
    private static Principal nameless() {
        return () -> null;
    }

    @Test
    void reachesAllSocketsOfAUserWhateverTheirPrincipalWasNamedBy() {
        test.io()
                .use(socket -> socket.handshake()
                        .auth("user", String.class)
                        .map(user -> Verdict.acceptedAs(new User(user), Set.of()))
                        .orElse(Verdict.accepted()));
        Client phone = clientOf(new User("ada"));
        Client tablet = clientOf(null);
        Client other = clientOf(new User("ada"));
        phone.connect();
        tablet.send("0{\"user\":\"ada\"}");
        other.send("0{\"user\":\"bob\"}");
        List.of(phone, tablet, other).forEach(Client::received);

        test.io().toUser("ada").emit("hello");

        assertThat(phone.received()).containsExactly("2[\"hello\"]");
        assertThat(tablet.received()).containsExactly("2[\"hello\"]");
        assertThat(other.received()).isEmpty();
        assertThat(test.io()
                        .of("/")
                        .toUser("nobody")
                        .fetchSockets()
                        .toCompletableFuture()
                        .join())
                .isEmpty();
    }

    @Test
    void forgetsAUserWhoseNameHasChangedMeanwhile() {
        List<String> names = new ArrayList<>(List.of("ada"));
        Principal changing = () -> names.get(0);
        Client client = clientOf(changing);
        client.connect();

        names.set(0, "eve");
        client.vanish();

        assertThat(test.server().namespaces().main().crowd().users().count()).isZero();
    }

    @Test
    void keepsRoomsAndUsersApart() {
        Client ada = clientOf(new User("ada"));
        ada.connect();
        Client eve = clientOf(new User("eve"));
        test.socket(eve.connect()).join("ada");

        test.io().toUser("ada").emit("for ada");
        test.io().to("ada").emit("for the room");

        assertThat(ada.received()).containsExactly("2[\"for ada\"]");
        assertThat(eve.received()).containsExactly("2[\"for the room\"]");
    }
}
