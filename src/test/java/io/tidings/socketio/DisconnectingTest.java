package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.DataKey;
import io.tidings.api.DisconnectReason;
import io.tidings.api.Socket;
import io.tidings.api.Verdict;
import io.tidings.engine.CloseReason;
import io.tidings.engine.Tuning;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How sockets end, and what the application is told of it. */
class DisconnectingTest {

    private static final DataKey<String> NAME = new DataKey<>("name", String.class);

    @RegisterExtension
    final ServerUnderTest test = new ServerUnderTest();

    private final List<String> log = new ArrayList<>();
    private final List<Socket> sockets = new ArrayList<>();

    @BeforeEach
    void listen() {
        test.bean(
                "/",
                new Bean()
                        .onDisconnecting(occurrence -> log.add("bean disconnecting " + occurrence.reason()))
                        .onDisconnect(occurrence -> log.add("bean disconnect " + occurrence.reason())));
        test.io().onConnect(socket -> {
            sockets.add(socket);
            socket.join("a");
            socket.put(NAME, "ada");
            socket.onDisconnecting(reason -> log.add(
                    "disconnecting " + reason + " rooms " + socket.rooms().size()));
            socket.onDisconnect(reason ->
                    log.add("disconnect " + reason + " rooms " + socket.rooms().size()));
        });
    }

    private Client connected() {
        Client client = test.client();
        client.connect();
        return client;
    }

    private void isTold(String reason) {
        assertThat(log)
                .containsExactly(
                        "disconnecting " + reason + " rooms 2",
                        "bean disconnecting " + reason,
                        "disconnect " + reason + " rooms 0",
                        "bean disconnect " + reason);
        assertThat(test.chronicle().lines()).last().isEqualTo("disconnected: " + reason);
    }

    @ParameterizedTest
    @EnumSource(CloseReason.class)
    void hasAReasonForEveryEndOfASession(CloseReason reason) {
        Client client = connected();

        client.session().close(reason);

        isTold(reason.words());
    }

    @Test
    void hasTheWordsOfTheReference() {
        assertThat(List.of(DisconnectReason.values()).subList(0, 9))
                .extracting(DisconnectReason::words)
                .containsExactly(
                        "transport error",
                        "transport close",
                        "forced close",
                        "ping timeout",
                        "parse error",
                        "server shutting down",
                        "forced server close",
                        "client namespace disconnect",
                        "server namespace disconnect");
    }

    @Test
    void isTheClientsWish() {
        Client client = connected();

        client.send("1");

        isTold("client namespace disconnect");
        assertThat(client.received()).isEmpty();
        assertThat(client.isOpen()).isTrue();
        client.send("2[\"crossing\"]", "30[]", "1");
        assertThat(client.isOpen()).as("what crosses is no fault").isTrue();
    }

    @Test
    void isThisSidesWish() {
        Client client = connected();

        sockets.get(0).disconnect();
        sockets.get(0).disconnect();

        isTold("server namespace disconnect");
        assertThat(client.received()).containsExactly("1");
        assertThat(client.isOpen()).isTrue();
        client.send("2[\"crossing\"]");
        client.sendTogether("51-[\"crossing\",{\"_placeholder\":true,\"num\":0}]", "<x>");
        assertThat(client.isOpen()).as("what crosses is no fault").isTrue();
    }

    @Test
    void takesTheWholeClientWithItIfWanted() {
        test.io().of("/chat").onConnect(sockets::add);
        Client client = connected();
        client.connect("/chat");

        sockets.get(1).disconnect(true);

        assertThat(client.received()).containsExactlyInAnyOrder("1", "1/chat,");
        client.isClosedFor(CloseReason.FORCED_CLOSE);
        isToldAmongOthers("disconnect server namespace disconnect rooms 0");
    }

    private void isToldAmongOthers(String line) {
        assertThat(log).contains(line);
    }

    @Test
    void sendsWhatIsQueuedBeforeTheClientIsClosed() {
        Client client = connected();
        client.transport().stall();
        sockets.get(0).emit("last words");

        sockets.get(0).disconnect(true);
        assertThat(client.closeReason()).isEmpty();
        client.transport().unstall();

        assertThat(client.received()).containsExactly("2[\"last words\"]", "1");
        client.isClosedFor(CloseReason.FORCED_CLOSE);
    }

    @Test
    void letsNobodyInWhoseClientIsBeingClosed() {
        List<Runnable> verdicts = new ArrayList<>();
        test.io().of("/slow").use(socket -> {
            var verdict = new CompletableFuture<Verdict>();
            verdicts.add(() -> verdict.complete(Verdict.accepted()));
            return Verdict.later(verdict);
        });
        Client client = connected();
        client.send("0/slow,");
        client.transport().stall();

        sockets.get(0).disconnect(true);
        verdicts.get(0).run();
        client.transport().unstall();

        assertThat(client.received()).containsExactly("1");
        assertThat(test.chronicle().came()).hasSize(1);
    }

    @Test
    void isToldWithoutAPacketWhenTheServerStops() {
        Client client = connected();

        test.started().stop();

        isTold("server shutting down");
        assertThat(client.received()).isEmpty();
    }

    @Test
    void comesWithTheHeartbeat() {
        Client client = connected();

        test.time().advance(Tuning.PING_INTERVAL.plus(Tuning.PING_TIMEOUT).plusSeconds(1));

        isTold("ping timeout");
        client.isClosedFor(CloseReason.PING_TIMEOUT);
    }

    @Test
    void leavesASocketThatDoesNothingAnyMore() {
        Client client = connected();
        Socket socket = sockets.get(0);
        client.vanish();

        socket.join("b");
        socket.leave("a");
        socket.emit("into the void");
        socket.disconnect();
        socket.disconnect(true);

        assertThat(socket.rooms()).isEmpty();
        assertThat(socket.isConnected()).isFalse();
        assertThat(socket.data(NAME)).contains("ada");
        assertThat(test.io().sockets()).isEmpty();
        assertThat(socket.toString())
                .contains(socket.id())
                .doesNotContain(client.session().id().value());
        assertThat(test.server().namespaces().main().crowd().rooms().count()).isZero();
    }

    @Test
    void mayJoinAndSendToOthersOnTheWayOut() {
        Client other = connected();
        test.io().onConnect(socket -> {
            socket.onDisconnecting(reason -> {
                socket.join("late");
                socket.to(socket.rooms()).emit("bye", socket.id());
            });
        });
        Client client = test.client();
        String id = client.connect();
        other.received();

        client.vanish();

        assertThat(other.received()).containsExactly("2[\"bye\",\"" + id + "\"]");
        assertThat(test.chronicle().lines()).doesNotContain("joined late");
    }
}
