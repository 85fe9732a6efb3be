package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.api.Push;
import io.tidings.engine.CloseReason;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The most that one client may cost. */
class ClientLimitsTest {

    @RegisterExtension
    final ServerUnderTest test = new ServerUnderTest();

    private void open(String... names) {
        for (String name : names) {
            test.io().of(name);
        }
    }

    @Test
    void refusesMoreNamespacesThanTheLimit() {
        test.rules(new Rules().namespaces(2));
        open("/a", "/b", "/c");
        Client client = test.client();
        client.connect("/a");
        client.connect("/b");

        client.send("0/c,");
        assertThat(client.received()).containsExactly("4/c,{\"message\":\"Too many namespaces\"}");

        client.send("1/a,");
        client.connect("/c");
        client.send("0/a,");
        assertThat(client.received()).containsExactly("4/a,{\"message\":\"Too many namespaces\"}");
    }

    @Test
    void letsAClientWithOneNamespaceChangeIt() {
        test.rules(new Rules().namespaces(1));
        open("/a", "/b");
        Client client = test.client();
        client.connect("/a");
        client.send("1/a,");

        client.connect("/b");

        assertThat(client.isOpen()).isTrue();
    }

    @Test
    void doesNotCountNamesThatWereRefused() {
        test.rules(new Rules().namespaces(2));
        open("/a", "/b");
        Client client = test.client();

        client.send("0/x,", "0/y,", "0/z,");
        client.received();

        client.connect("/a");
        client.connect("/b");
    }

    @Test
    @DisplayName("P-34 holds a client up that comes and goes faster than the application is told")
    void holdsUpAClientThatComesAndGoes() {
        Client client = test.client();
        client.connect();
        test.executor().hold();
        open("/a");
        for (int i = 0; i < 64; i++) {
            assertThat(client.isHeldUp()).isFalse();
            client.send("0/a,", "1/a,");
        }
        assertThat(client.isHeldUp()).isTrue();

        test.executor().release();

        assertThat(client.isHeldUp()).isFalse();
        assertThat(client.isOpen()).isTrue();
    }

    @Test
    void comesBackIntoANamespaceAtTheLimit() {
        test.rules(new Rules().namespaces(2));
        open("/a", "/b");
        Client client = test.client();
        client.connect("/a");
        client.connect("/b");

        client.send("1/b,");
        client.connect("/b");
    }

    @Test
    @DisplayName("P-34 remembers no more namespaces of one client than it may be in")
    void remembersNoMoreNamespacesThanAClientMayBeIn() {
        test.rules(new Rules().namespaces(4));
        test.io().of(Pattern.compile("/dyn-\\d+"));
        Client client = test.client();

        for (int i = 0; i < 2_000; i++) {
            client.connect("/dyn-" + i);
            client.send("1/dyn-" + i + ",");
        }

        assertThat(client.isOpen()).isTrue();
        assertThat(test.server().namespaces().all()).hasSize(1);
    }

    @Test
    @DisplayName("P-33 limits the name of a namespace by the setting, for clients and for the application")
    void limitsTheNameOfANamespaceByTheSetting() {
        test.rules(new Rules().namespaceName(301));
        test.io().of(Pattern.compile("/é+"));
        String longest = "/" + "é".repeat(150);
        Client client = test.client();
        client.connect(longest);

        test.io().of(longest).emit("m");
        test.server().push(Push.of("pushed").in(longest));

        assertThat(client.received()).containsExactly("2" + longest + ",[\"m\"]", "2" + longest + ",[\"pushed\"]");
        assertThatThrownBy(() -> test.io().of(longest + "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("301")
                .hasMessageContaining("tidings.max-namespace-name");
        client.send("0" + longest + "a,");
        client.isClosedFor(CloseReason.PARSE_ERROR);
    }

    @Test
    @DisplayName("A-08 limits the rooms of one socket and the length of their names")
    void limitsTheRoomsOfASocket() {
        test.rules(new Rules().rooms(2));
        String id = test.client().connect();
        var socket = test.socket(id);
        socket.join("a", id, "b");

        assertThatThrownBy(() -> socket.join("c"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2 rooms")
                .hasMessageContaining("tidings.max-rooms-per-socket");
        assertThatThrownBy(() -> socket.join("r".repeat(257)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("256")
                .hasMessageContaining("tidings.max-room-name");
        assertThatThrownBy(() -> socket.join("")).isInstanceOf(IllegalArgumentException.class);

        socket.leave("a");
        socket.join("r".repeat(256));
        assertThat(socket.rooms()).containsExactlyInAnyOrder(id, "b", "r".repeat(256));
    }

    @Test
    void joinsAllOfTheRoomsOrNone() {
        test.rules(new Rules().rooms(2));
        String id = test.client().connect();
        var socket = test.socket(id);

        assertThatThrownBy(() -> socket.join("a", "b", "c")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> socket.join("a", "")).isInstanceOf(IllegalArgumentException.class);

        assertThat(socket.rooms()).containsExactly(id);
        assertThat(test.io()
                        .of("/")
                        .to("a")
                        .fetchSockets()
                        .toCompletableFuture()
                        .join())
                .isEmpty();
    }

    @Test
    @DisplayName("P-32 closes a client for the name of an event that is too long")
    void closesAClientForALongEventName() {
        Client client = test.client();
        client.connect();

        client.send("2[\"" + "e".repeat(1_024) + "\"]");
        assertThat(client.isOpen()).isTrue();

        client.send("2[\"" + "e".repeat(1_025) + "\"]");
        client.isClosedFor(CloseReason.PARSE_ERROR);
    }
}
