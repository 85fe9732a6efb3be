package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.Namespace;
import io.tidings.api.Verdict;
import io.tidings.engine.CloseReason;
import io.tidings.socketio.Arena.Racer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sockets that come and go while other threads do the opposite. */
class LifeRacesTest {

    private static final int ROUNDS = 3_000;

    @RegisterExtension
    final Arena arena = new Arena(2);

    private int connected() {
        return arena.io().sockets().size();
    }

    @Test
    void connectingAndClosing() throws Exception {
        arena.io().onConnect(socket -> socket.join("room"));
        for (int round = 0; round < ROUNDS; round++) {
            Racer racer = arena.new Racer();
            arena.atOnce(
                    () -> racer.send("0"),
                    () -> racer.session().close(CloseReason.TRANSPORT_CLOSE),
                    () -> arena.io().emit("m"));
        }
        Arena.await(() -> arena.server().socketCount() == 0);
    }

    @Test
    void connectingAndBeingThrownOut() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Racer racer = arena.new Racer();
            arena.atOnce(
                    () -> racer.send("0"),
                    () -> arena.io().disconnectSockets(),
                    () -> arena.io().disconnectSockets(true));
            racer.session().close(CloseReason.TRANSPORT_CLOSE);
        }
        Arena.await(() -> arena.server().socketCount() == 0);
    }

    @Test
    void beingLetInAndGoing() throws Exception {
        List<CompletableFuture<Verdict>> verdicts = new CopyOnWriteArrayList<>();
        arena.io().of(Pattern.compile("/t-\\d")).use(socket -> {
            CompletableFuture<Verdict> verdict = new CompletableFuture<>();
            verdicts.add(verdict);
            return Verdict.later(verdict);
        });
        for (int round = 0; round < ROUNDS; round++) {
            Racer racer = arena.new Racer();
            racer.send("0/t-1,");
            int asked = round + 1;
            Arena.await(() -> verdicts.size() == asked);
            arena.atOnce(
                    () -> verdicts.get(asked - 1).complete(Verdict.accepted()),
                    () -> racer.session().close(CloseReason.TRANSPORT_CLOSE),
                    () -> arena.time().advance(Duration.ofMillis(50)));
        }
        Arena.await(() -> arena.server().namespaces().countInFamilies() == 0);
    }

    @Test
    void joiningAndGoing() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Racer racer = arena.new Racer();
            var socket = arena.io().socket(racer.connect()).orElseThrow();
            arena.atOnce(() -> socket.join("a", "b"), () -> racer.session().close(CloseReason.TRANSPORT_CLOSE), () -> {
                arena.io().socketsJoin("c");
                arena.io().socketsLeave("a");
            });
        }
        Arena.await(() -> arena.server().socketCount() == 0);
        assertThat(arena.server().namespaces().main().crowd().rooms().count()).isZero();
    }

    @Test
    void leavingAFamilyLastAndEnteringItFirst() throws Exception {
        var family = arena.io().of(Pattern.compile("/t-\\d"));
        Racer first = arena.new Racer();
        Racer second = arena.new Racer();
        first.send("0/t-1,");
        for (int round = 0; round < ROUNDS; round++) {
            Racer leaves = round % 2 == 0 ? first : second;
            Racer enters = round % 2 == 0 ? second : first;
            int greetings = enters.heard().size();
            arena.atOnce(() -> leaves.send("1/t-1,"), () -> enters.send("0/t-1,"), () -> family.emit("m"));
            Arena.await(() -> enters.heard().size() > greetings);
            Namespace now = arena.io().of("/t-1");
            Arena.await(() -> now.sockets().size() == 1);
            String number = "2/t-1,[\"round\"," + round + "]";
            now.emit("round", round);
            assertThat(enters.heard()).contains(number);
        }
        assertThat(family.namespaces()).hasSize(1);
    }

    @Test
    void comingBackWhileTheEndIsStillTold() throws Exception {
        Racer racer = arena.new Racer();
        racer.connect();
        for (int round = 0; round < ROUNDS; round++) {
            racer.send("1", "0");
            int expected = round + 2;
            Arena.await(() -> racer.heard().stream()
                            .filter(message -> message.startsWith("0{"))
                            .count()
                    == expected);
        }
        Arena.await(() -> connected() == 1 && arena.server().socketCount() == 1);
        assertThat(racer.session().isOpen()).isTrue();
    }
}
