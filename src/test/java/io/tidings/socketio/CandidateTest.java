package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tidings.api.DataKey;
import io.tidings.api.RoomEvent;
import io.tidings.api.Socket;
import io.tidings.api.Verdict;
import io.tidings.engine.CloseReason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a socket can do while others decide whether it may connect, and what becomes of it. */
class CandidateTest {

    private static final DataKey<String> NAME = new DataKey<>("name", String.class);

    @RegisterExtension
    final ServerUnderTest test = new ServerUnderTest();

    private final List<Socket> candidates = new ArrayList<>();

    @Test
    void lendsTheSocketToItsJudges() {
        test.io().use(socket -> {
            candidates.add(socket);
            socket.put(NAME, "ada");
            socket.join("guests");
            assertThat(socket.isConnected()).isFalse();
            assertThatThrownBy(() -> socket.emit("early")).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> socket.emitWithAck("early")).isInstanceOf(IllegalStateException.class);
            assertThat(test.io().sockets()).isEmpty();
            test.io().to("guests").emit("not yet");
            return Verdict.accepted();
        });
        Client client = test.client();
        String id = client.connect();

        assertThat(client.received()).isEmpty();
        Socket socket = test.socket(id);
        assertThat(socket).isSameAs(candidates.get(0));
        assertThat(socket.data(NAME)).contains("ada");
        assertThat(socket.rooms()).containsExactlyInAnyOrder(id, "guests");
        assertThat(test.chronicle().lines()).containsExactly("created guests in /", "joined guests", "connected");
        test.io().to("guests").emit("now");
        assertThat(client.received()).containsExactly("2[\"now\"]");
    }

    @Test
    void isToldNothingBeforeItsClientKnowsThatItIsLetIn() {
        List<Throwable> refusals = new ArrayList<>();
        test.news(new SocketNews() {
            @Override
            public void roomJoined(RoomEvent event) {
                Socket socket = candidates.get(0);
                refusals.add(catchThrowable(() -> socket.emit("early")));
                refusals.add(catchThrowable(() -> socket.emitWithAck("early")));
                test.io().to(event.room()).emit("early");
            }
        });
        test.io().use(socket -> {
            candidates.add(socket);
            socket.join("guests");
            return Verdict.accepted();
        });
        Client client = test.client().send("0");

        assertThat(refusals).hasSize(2).allMatch(refusal -> refusal instanceof IllegalStateException);
        assertThat(client.received()).singleElement().asString().startsWith("0{\"sid\":\"");
        candidates.get(0).emit("now");
        assertThat(client.received()).containsExactly("2[\"now\"]");
    }

    @Test
    void forgetsWhoWasNotLetIn() {
        test.io().use(socket -> {
            socket.join("guests");
            candidates.add(socket);
            socket.disconnect();
            return Verdict.refused("no");
        });

        test.client().send("0").received();

        Socket refused = candidates.get(0);
        assertThat(refused.rooms()).isEmpty();
        assertThat(refused.isConnected()).isFalse();
        refused.join("later");
        refused.emit("into the void");
        assertThat(refused.rooms()).isEmpty();
        assertThat(test.chronicle().lines()).isEmpty();
    }

    @Test
    void hearsNothingOfTheEndOfAConnectionThatNeverWas() {
        List<String> log = new ArrayList<>();
        List<CompletableFuture<Verdict>> verdicts = new ArrayList<>();
        test.io().use(socket -> {
            socket.onDisconnecting(reason -> log.add("disconnecting " + reason));
            socket.onDisconnect(reason -> log.add("disconnect " + reason));
            verdicts.add(new CompletableFuture<>());
            return Verdict.later(verdicts.get(verdicts.size() - 1));
        });
        Client refused = test.client().send("0");
        Client gone = test.client().send("0");
        Client welcome = test.client().send("0");

        gone.vanish();
        verdicts.get(0).complete(Verdict.refused("no"));
        verdicts.get(1).complete(Verdict.accepted());
        assertThat(refused.received()).containsExactly("4{\"message\":\"no\"}");
        refused.vanish();
        assertThat(log).isEmpty();

        verdicts.get(2).complete(Verdict.accepted());
        welcome.vanish();
        assertThat(log).containsExactly("disconnecting transport close", "disconnect transport close");
    }

    @Test
    void closesAClientThatAnAdmissionThrowsOut() {
        test.io().use(socket -> {
            socket.disconnect(true);
            return Verdict.accepted();
        });
        Client client = test.client().send("0");

        client.isClosedFor(CloseReason.FORCED_CLOSE);
        assertThat(client.received()).isEmpty();
        assertThat(test.chronicle().lines()).isEmpty();
    }

    @Test
    void endsAClientWhoseAdmissionNobodyHasTimeFor() {
        test.io().use(socket -> {
            candidates.add(socket);
            return Verdict.accepted();
        });
        Client client = test.client();
        test.executor().refuse();

        client.send("0");

        client.isClosedFor(CloseReason.OVERLOADED);
        assertThat(candidates).isEmpty();
    }
}
