package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.api.Broadcast;
import io.tidings.protocol.engineio.EnginePacket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a broadcast reaches, and what it costs. */
class BroadcastTest {

    @RegisterExtension
    final ServerUnderTest test = new ServerUnderTest();

    private final Map<String, Client> clients = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();

    /** Ada is in a and b, bob in b, eve in c. */
    @BeforeEach
    void connect() {
        enter("ada", "a", "b");
        enter("bob", "b");
        enter("eve", "c");
    }

    private void enter(String name, String... rooms) {
        Client client = test.client();
        clients.put(name, client);
        ids.put(name, client.connect());
        test.socket(id(name)).join(rooms);
    }

    private String id(String name) {
        return ids.getOrDefault(name, "");
    }

    private List<String> reachedBy(Broadcast broadcast) {
        broadcast.emit("m", 1);
        List<String> reached = new ArrayList<>();
        clients.forEach((name, client) -> client.received().forEach(event -> {
            assertThat(event).isEqualTo("2[\"m\",1]");
            reached.add(name);
        }));
        return reached;
    }

    private Client client(String name) {
        return Objects.requireNonNull(clients.get(name), name);
    }

    @Test
    void reachesAllOfTheNamespace() {
        test.io().of("/other");
        client("ada").connect("/other");

        assertThat(reachedBy(test.io())).containsExactly("ada", "bob", "eve");
        assertThat(reachedBy(test.io().of("/"))).containsExactly("ada", "bob", "eve");
        assertThat(reachedBy(test.io().local())).containsExactly("ada", "bob", "eve");
        assertThat(reachedBy(test.io().of("/third"))).isEmpty();
    }

    @Test
    void reachesThoseInAnyOfTheRoomsOnce() {
        assertThat(reachedBy(test.io().to("a"))).containsExactly("ada");
        assertThat(reachedBy(test.io().in("b"))).containsExactly("ada", "bob");
        assertThat(reachedBy(test.io().to("a", "b"))).containsExactly("ada", "bob");
        assertThat(reachedBy(test.io().to("a").to(List.of("b")).in("c", "a"))).containsExactly("ada", "bob", "eve");
        assertThat(reachedBy(test.io().to("nowhere"))).isEmpty();
    }

    @Test
    void takesTheIdOfASocketForARoom() {
        assertThat(reachedBy(test.io().to(id("bob")))).containsExactly("bob");
        assertThat(reachedBy(test.io().to(id("bob"), "b"))).containsExactly("ada", "bob");
        test.socket(id("eve")).join(id("bob"));
        assertThat(reachedBy(test.io().to(id("bob")))).containsExactly("bob", "eve");
    }

    @Test
    void leavesOutThoseInAnyOfTheExceptedRooms() {
        assertThat(reachedBy(test.io().except("a"))).containsExactly("bob", "eve");
        assertThat(reachedBy(test.io().except("a").except(List.of("c")))).containsExactly("bob");
        assertThat(reachedBy(test.io().to("b").except("a"))).containsExactly("bob");
        assertThat(reachedBy(test.io().except(id("eve")))).containsExactly("ada", "bob");
        assertThat(reachedBy(test.io().except("nowhere"))).containsExactly("ada", "bob", "eve");
        assertThat(reachedBy(test.io().except())).containsExactly("ada", "bob", "eve");
    }

    @Test
    void reachesNobodyWhereAChoiceOfRoomsIsEmpty() {
        assertThat(reachedBy(test.io().to(List.of()))).isEmpty();
        assertThat(reachedBy(test.io().to())).isEmpty();
        assertThat(reachedBy(test.io().to(List.of()).to("a"))).containsExactly("ada");
    }

    @Test
    void leavesOutTheSender() {
        var ada = test.socket(id("ada"));

        assertThat(reachedBy(ada.broadcast())).containsExactly("bob", "eve");
        assertThat(reachedBy(ada.to("b"))).containsExactly("bob");
        assertThat(reachedBy(ada.in("a"))).isEmpty();
        assertThat(reachedBy(ada.to(List.of("b", "c")))).containsExactly("bob", "eve");
        assertThat(reachedBy(ada.except("b"))).containsExactly("eve");
        assertThat(reachedBy(ada.local())).containsExactly("bob", "eve");
    }

    @Test
    void doesNotChangeWhatItWasMadeFrom() {
        Broadcast first = test.io().to("a");
        Broadcast second = first.to("c");
        Broadcast third = second.except("a");

        assertThat(reachedBy(third)).containsExactly("eve");
        assertThat(reachedBy(second)).containsExactly("ada", "eve");
        assertThat(reachedBy(first)).containsExactly("ada");
    }

    @Test
    void reachesASocketItself() {
        test.socket(id("bob")).emit("own", "é", null, Map.of("k", List.of(true)));

        assertThat(client("bob").received()).containsExactly("2[\"own\",\"é\",null,{\"k\":[true]}]");
        assertThat(client("ada").received()).isEmpty();
    }

    @Test
    void loosesWhatMayBeLostForThoseWhoAreNotReady() {
        client("bob").transport().stall();
        test.io().to("b").emit("queued");
        client("ada").received();

        assertThat(reachedBy(test.io().asVolatile())).containsExactly("ada", "eve");
        test.socket(id("bob")).asVolatile().emit("lost");
        client("bob").transport().unstall();

        assertThat(client("bob").received()).containsExactly("2[\"queued\"]");
        test.socket(id("bob")).asVolatile().emit("ready");
        assertThat(client("bob").received()).containsExactly("2[\"ready\"]");
    }

    @Test
    void isEncodedOnceForAll() {
        int written = test.codec().written();

        test.io().emit("m", new byte[] {'x'});

        assertThat(test.codec().written()).isEqualTo(written + 1);
        List<List<EnginePacket>> packets =
                clients.values().stream().map(Client::packets).toList();
        assertThat(packets).allSatisfy(each -> assertThat(each).hasSize(2));
        for (int i = 0; i < 2; i++) {
            assertThat(packets.get(1).get(i)).isSameAs(packets.get(0).get(i));
            assertThat(packets.get(2).get(i)).isSameAs(packets.get(0).get(i));
        }
    }

    @Test
    void isNotEncodedWhereNobodyIsChosen() {
        int written = test.codec().written();
        client("bob").transport().stall();
        test.socket(id("bob")).emit("queued");

        test.io().to("nowhere").emit("m", 1);
        test.io().to(id("bob")).asVolatile().emit("m", 1);
        test.io().of("/empty").emit("m", new Object());

        assertThat(test.codec().written()).isEqualTo(written + 1);
    }

    @Test
    void isMarkedWhereItIsNotToBeCompressed() {
        test.io().emit("m");
        test.io().compress(false).emit("m", new byte[] {1});
        test.socket(id("ada")).compress(false).emit("m");
        test.socket(id("ada")).compress(false).compress(true).emit("m");

        assertThat(client("ada").packets())
                .extracting(EnginePacket::compressible)
                .containsExactly(true, false, false, false, true);
    }

    @ParameterizedTest
    @DisplayName("cannot have a reserved name")
    @ValueSource(strings = {"connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"})
    void cannotHaveAReservedName(String name) {
        assertThatThrownBy(() -> test.io().emit(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
        assertThatThrownBy(() -> test.socket(id("ada")).emit(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> test.io().to("nowhere").emitWithAck(name))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fetchesTheChosenSockets() {
        assertThat(test.io().to("b").fetchSockets().toCompletableFuture().join())
                .extracting("id")
                .containsExactlyInAnyOrder(id("ada"), id("bob"));
        assertThat(test.io().fetchSockets().toCompletableFuture().join()).hasSize(3);
    }

    @Test
    void letsTheChosenSocketsJoinAndLeave() {
        test.io().to("b").socketsJoin("x", "y", "x");
        test.io().socketsLeave("b", "b");

        assertThat(reachedBy(test.io().to("x"))).containsExactly("ada", "bob");
        assertThat(reachedBy(test.io().to("b"))).isEmpty();
        assertThat(test.socket(id("bob")).rooms()).containsExactlyInAnyOrder(id("bob"), "x", "y");
    }

    @Test
    void letsOthersJoinWhereOneCannot() {
        String[] many = new String[1_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = "r" + i;
        }
        test.socket(id("eve")).leave("c");
        test.socket(id("eve")).join(many);

        test.io().socketsJoin("x");

        assertThat(reachedBy(test.io().to("x"))).containsExactly("ada", "bob");
        test.failures(1);
        assertThatThrownBy(() -> test.io().to("nowhere").socketsJoin("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void disconnectsTheChosenSockets() {
        test.io().of("/other");
        client("ada").connect("/other");

        test.io().to("b").disconnectSockets();

        assertThat(client("ada").received()).containsExactly("1");
        assertThat(client("bob").received()).containsExactly("1");
        assertThat(client("ada").isOpen()).isTrue();
        assertThat(test.io().sockets()).extracting("id").containsExactly(id("eve"));
        test.io().of("/other").disconnectSockets(true);
        assertThat(client("ada").received()).containsExactly("1/other,");
        assertThat(client("ada").isOpen()).isFalse();
    }
}
