package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.Verdict;
import io.tidings.engine.CloseReason;
import io.tidings.engine.Tuning;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients that want more than there is. */
class OverloadTest {

    @RegisterExtension
    final ServerUnderTest test = new ServerUnderTest();

    private final List<String> log = new ArrayList<>();

    @BeforeEach
    void listen() {
        test.io().onConnect(socket -> {
            log.add("connect");
            socket.on("x", (arguments, ack) -> log.add("x"));
            socket.onDisconnect(reason -> log.add("disconnect " + reason));
        });
    }

    private Client connected() {
        Client client = test.client();
        client.connect();
        return client;
    }

    // ---- handlers that are too slow for their client

    @Test
    @DisplayName("E-21 stops reading from a client that is too far ahead of its handlers")
    void stopsReadingFromAClientThatIsTooFarAhead() {
        Client client = connected();
        test.executor().hold();
        for (int i = 0; i < 63; i++) {
            client.send("2[\"x\"]");
        }
        assertThat(client.isHeldUp()).isFalse();
        assertThat(test.queuedBytes()).isPositive();

        client.send("2[\"x\"]");
        assertThat(client.isHeldUp()).isTrue();
        assertThat(client.session().isReadingSuspended()).isTrue();
        test.executor().release();

        assertThat(client.isHeldUp()).isFalse();
        assertThat(client.transport().count("resumeReading")).isPositive();
        assertThat(test.queuedBytes()).isZero();
        assertThat(log).hasSize(1 + 64);
    }

    @Test
    void countsTheSizeOfWhatWaits() {
        Client client = connected();
        test.executor().hold();
        String half = "2[\"x\",\"" + "a".repeat(500_000) + "\"]";

        client.send(half);
        assertThat(client.isHeldUp()).isFalse();
        client.send(half);
        assertThat(client.isHeldUp()).isTrue();
    }

    @Test
    void goesOnReadingWhenAFilterHasDecided() {
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        test.io().filter(event -> Verdict.later(verdict));
        Client client = connected();
        for (int i = 0; i < 64; i++) {
            client.send("2[\"x\"]");
        }
        assertThat(client.isHeldUp()).isTrue();

        verdict.complete(Verdict.refused("no"));

        assertThat(client.isHeldUp()).isFalse();
        assertThat(test.queuedBytes()).isZero();
    }

    @Test
    void endsAClientForWhoseEventsTheNodeHasNoRoom() {
        test.nodeLimit(2_000);
        Client client = connected();
        test.executor().hold();

        client.send("2[\"x\",\"" + "a".repeat(700) + "\"]", "2[\"x\",\"" + "a".repeat(700) + "\"]");

        client.isClosedFor(CloseReason.OVERLOADED);
        test.executor().release();
        assertThat(log).containsExactly("connect", "disconnect server overloaded");
        assertThat(test.queuedBytes()).isZero();
    }

    @Test
    void endsAClientThatDoesNotRead() {
        test.tune(new Tuning().outbox(10, 1_000_000));
        Client slow = connected();
        Client quick = connected();
        slow.transport().stall();

        for (int i = 0; i < 11; i++) {
            test.io().emit("m", i);
        }

        slow.isClosedFor(CloseReason.SLOW_CONSUMER);
        assertThat(quick.received()).hasSize(11);
        assertThat(log).contains("disconnect slow consumer");
    }

    // ---- an executor that has no room

    @Test
    void endsAClientWhoseEventNobodyHasTimeFor() {
        Client client = connected();
        test.executor().refuse();

        client.sendTogether("2[\"x\"]", "2[\"x\"]");

        client.isClosedFor(CloseReason.OVERLOADED);
        assertThat(log)
                .as("no handler runs on the reading thread")
                .containsExactly("connect", "disconnect server overloaded");
        assertThat(test.queuedBytes()).isZero();
        assertThat(test.server().socketCount()).isZero();
    }

    @Test
    void endsAClientThatNobodyHasTimeToGreet() {
        Client client = test.client();
        test.executor().refuse();

        client.send("0");

        client.isClosedFor(CloseReason.OVERLOADED);
        assertThat(log).isEmpty();
        assertThat(test.server().socketCount()).isZero();
    }

    @Test
    void tellsOfTheEndOfAClientThatGoesWhileNobodyHasTime() {
        Client client = connected();
        test.executor().refuse();

        client.vanish();

        assertThat(log).containsExactly("connect", "disconnect transport close");
        assertThat(test.server().socketCount()).isZero();
    }

    @Test
    void isLeftToThoseAtWorkWhereNobodyElseHasTime() {
        Client client = connected();
        test.executor().hold();
        for (int i = 0; i < 40; i++) {
            client.send("2[\"x\"]");
        }
        test.executor().refuse();

        test.executor().step();

        assertThat(log).hasSize(1 + 40);
        assertThat(test.server().socketCount()).isEqualTo(1);
        assertThat(test.queuedBytes()).isZero();
    }

    @Test
    void endsAClientWhoseFilterDecidesWhileNobodyHasTime() {
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        test.io().filter(event -> Verdict.later(verdict));
        Client client = connected();
        client.send("27[\"x\"]", "2[\"x\"]");
        test.executor().refuse();

        verdict.complete(Verdict.accepted());

        assertThat(client.isOpen()).isFalse();
        assertThat(log).containsExactly("connect", "disconnect server overloaded");
        assertThat(test.queuedBytes()).isZero();
    }

    @Test
    void refusesAClientWhoseAdmissionDecidesWhileNobodyHasTime() {
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        test.io().use(socket -> Verdict.later(verdict));
        Client client = test.client().send("0");
        test.executor().refuse();

        verdict.complete(Verdict.accepted());

        assertThat(client.received()).containsExactly("4{\"message\":\"Overloaded\"}");
        assertThat(log).isEmpty();
    }

    @Test
    void goesOnForOthersWhenThereIsTimeAgain() {
        Client first = connected();
        test.executor().refuse();
        first.send("2[\"x\"]");
        test.executor().release();
        log.clear();

        Client second = connected();
        second.send("2[\"x\"]");

        assertThat(log).containsExactly("connect", "x");
    }
}
