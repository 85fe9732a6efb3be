package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.Socket;
import io.tidings.api.Verdict;
import io.tidings.engine.CloseReason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In which order, and on which threads, the application is called. */
class OrderTest {

    @RegisterExtension
    final ServerUnderTest test = new ServerUnderTest();

    private final List<String> log = new ArrayList<>();

    @BeforeEach
    void listen() {
        test.io().onConnect(socket -> {
            note("connect");
            socket.on(
                    "a",
                    (arguments, ack) -> note("a"
                            + arguments.list().stream()
                                    .map(argument -> argument.json())
                                    .toList()));
            socket.onDisconnecting(reason -> note("disconnecting"));
            socket.onDisconnect(reason -> note("disconnect"));
        });
    }

    private void note(String what) {
        log.add(what + (test.executor().isAtWork() ? "" : " on the reading thread"));
    }

    @Test
    void callsEverythingOfASocketInTurnOnTheExecutor() {
        Client client = test.client();
        test.executor().hold();

        client.send("0", "2[\"a\",1]", "2[\"a\",2]", "1");
        assertThat(log).isEmpty();
        assertThat(test.executor().waiting()).isEqualTo(1);
        test.executor().release();

        assertThat(log).containsExactly("connect", "a[1]", "a[2]", "disconnecting", "disconnect");
    }

    @Test
    void handsWhatOneReadBringsToTheExecutorAsOneTask() {
        Client client = test.client();
        client.connect();
        test.executor().hold();

        client.sendTogether("2[\"a\",1]", "2[\"a\",2]", "2[\"a\",3]");

        assertThat(test.executor().waiting()).isEqualTo(1);
        test.executor().step();
        assertThat(log).containsExactly("connect", "a[1]", "a[2]", "a[3]");
        assertThat(test.executor().waiting()).isZero();
    }

    @Test
    void letsOthersTakeTheirTurnAfterSomeEvents() {
        Client busy = test.client();
        busy.connect();
        Client other = test.client();
        other.connect();
        log.clear();
        test.executor().hold();

        busy.sendTogether(IntStream.range(0, 40).mapToObj(i -> "2[\"a\"]").toArray(String[]::new));
        other.send("2[\"a\",\"other\"]");
        test.executor().release();

        assertThat(log).hasSize(41);
        assertThat(log.indexOf("a[\"other\"]")).isEqualTo(16);
    }

    @Test
    void keepsSocketsOfOneClientApart() {
        test.io().of("/chat").onConnect(socket -> socket.on("a", (arguments, ack) -> note("chat")));
        Client client = test.client();
        client.connect();
        client.connect("/chat");
        test.io()
                .sockets()
                .forEach(socket -> socket.on("long", (arguments, ack) -> {
                    test.executor().step();
                    note("long");
                }));
        log.clear();
        test.executor().hold();

        client.sendTogether("2[\"long\"]", "2/chat,[\"a\"]", "2[\"a\",2]");
        test.executor().release();

        assertThat(log).containsExactly("chat", "long", "a[2]");
    }

    @Test
    void handlesWhatHadArrivedBeforeTheNetworkFailed() {
        Client client = test.client();
        client.connect();
        log.clear();
        test.executor().hold();

        client.send("2[\"a\",1]");
        client.vanish();
        test.executor().release();

        assertThat(log).containsExactly("a[1]", "disconnecting", "disconnect");
    }

    @Test
    void handlesWhatHadArrivedBeforeTheClientBrokeTheProtocolAndNothingAfter() {
        Client client = test.client();
        client.connect();
        log.clear();

        client.sendTogether("2[\"a\",1]", "2[\"a\"", "2[\"a\",2]", "0/other,");

        client.isClosedFor(CloseReason.PARSE_ERROR);
        assertThat(log).containsExactly("a[1]", "disconnecting", "disconnect");
    }

    @Test
    void connectsNobodyByWhatFollowsABrokenPacket() {
        Client client = test.client().sendTogether("2[\"early\"]", "0", "2[\"a\"]");

        client.isClosedFor(CloseReason.PARSE_ERROR);
        assertThat(log).isEmpty();
    }

    @Test
    @DisplayName("A-07 drops events that had arrived when this side disconnects the socket")
    void dropsEventsThatHadArrivedWhenThisSideDisconnects() {
        Client client = test.client();
        Socket socket = test.socket(client.connect());
        log.clear();
        test.executor().hold();

        client.send("2[\"a\",1]");
        socket.disconnect();
        client.send("2[\"a\",2]");
        test.executor().release();

        assertThat(log).containsExactly("disconnecting", "disconnect");
        assertThat(client.received()).containsExactly("1");
        assertThat(client.isOpen()).isTrue();
    }

    @Test
    void tellsNothingOfASocketThatThisSideEndedBeforeItWasTold() {
        test.executor().hold();
        Client client = test.client();
        Socket socket = test.socket(client.connect());

        socket.disconnect();
        test.executor().release();

        assertThat(log).isEmpty();
        assertThat(test.chronicle().lines()).isEmpty();
        assertThat(test.server().socketCount()).isZero();
    }

    @Test
    void tellsOfASocketWhoseClientWentBeforeItWasTold() {
        test.executor().hold();
        Client client = test.client();
        client.connect();

        client.vanish();
        test.executor().release();

        assertThat(log).containsExactly("connect", "disconnecting", "disconnect");
    }

    @Test
    void neverSendsAnEventBeforeTheAnswerToTheConnectPacket() {
        test.io().onConnect(socket -> {
            socket.emit("welcome");
            test.io().emit("to all");
        });
        Client client = test.client().send("0");

        assertThat(client.received())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("0{"),
                        second -> assertThat(second).isEqualTo("2[\"welcome\"]"),
                        third -> assertThat(third).isEqualTo("2[\"to all\"]"));
    }

    @Test
    void sendsWhatAHandlerEmitsWhileTheHandlerGoesOn() {
        Client client = test.client();
        List<List<String>> seen = new ArrayList<>();
        test.io()
                .onConnect(socket -> socket.on("go", (arguments, ack) -> {
                    socket.emit("first");
                    seen.add(client.received());
                    test.io().emit("second");
                    seen.add(client.received());
                    ack.send("third");
                    seen.add(client.received());
                }));
        client.connect();
        test.executor().hold();
        client.send("21[\"go\"]");

        test.executor().step();

        assertThat(seen).containsExactly(List.of("2[\"first\"]"), List.of("2[\"second\"]"), List.of("31[\"third\"]"));
    }

    @Test
    void handlesWhatComesAtOnceBehindTheAnswerToTheConnectPacket() {
        List<Boolean> connected = new ArrayList<>();
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        test.io().use(socket -> Verdict.later(verdict));
        test.io().onConnect(socket -> {
            connected.add(socket.isConnected());
            socket.emit("welcome");
            socket.on("x", (arguments, ack) -> ack.send("done"));
        });
        Client client = test.client().send("0");
        client.transport().onNextWrite(() -> client.send("27[\"x\"]"));

        verdict.complete(Verdict.accepted());

        client.greeting("0");
        assertThat(connected).containsExactly(true);
        assertThat(client.received()).containsExactly("2[\"welcome\"]", "37[\"done\"]");
    }
}
