package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.AckException;
import io.tidings.api.Answers;
import io.tidings.api.Arguments;
import io.tidings.api.Socket;
import io.tidings.engine.CloseReason;
import io.tidings.socketio.Arena.Racer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Events, answers and rooms while many threads are at it. */
class CallRacesTest {

    private static final int ROUNDS = 2_000;

    private final List<Integer> handled = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger overlaps = new AtomicInteger();

    @RegisterExtension
    final Arena arena = new Arena(
            1,
            new Bean()
                    .onEventNonBlocking("fast", this::handle)
                    .onEvent("slow", this::handle)
                    .onEvent(
                            "confirm",
                            occurrence -> occurrence
                                    .socket()
                                    .emitWithAck("sure?")
                                    .toCompletableFuture()
                                    .get(20, TimeUnit.SECONDS)
                                    .at(0)));

    private Object handle(Occurrence occurrence) {
        if (inside.getAndIncrement() != 0) {
            overlaps.incrementAndGet();
        }
        handled.add(occurrence.arguments().get(0, Integer.class));
        inside.decrementAndGet();
        return true;
    }

    @Test
    void eventsOfOneSocketAreHandledOneAtATimeAndInOrder() {
        Racer racer = arena.new Racer();
        racer.connect();
        List<Integer> sent = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            sent.add(i);
            racer.send("2[\"" + (i % 3 == 0 ? "slow" : "fast") + "\"," + i + "]");
        }

        Arena.await(() -> handled.size() == sent.size());

        assertThat(handled).isEqualTo(sent);
        assertThat(overlaps).hasValue(0);
    }

    @Test
    void aHandlerMayWaitForTheAnswerOfItsOwnSocketOnTheOnlyThreadThereIs() {
        Racer racer = arena.new Racer();
        racer.connect();
        racer.send("27[\"confirm\"]");
        Arena.await(() -> racer.hears("20[\"sure?\"]"));

        racer.send("30[\"yes\"]");

        Arena.await(() -> racer.hears("37[\"yes\"]"));
    }

    @Test
    void anAnswerComesOrDoesNot() throws Exception {
        int answered = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Racer racer = arena.new Racer();
            Socket socket = arena.io().socket(racer.connect()).orElseThrow();
            CompletableFuture<Arguments> answer =
                    socket.timeout(Duration.ofMillis(1)).emitWithAck("ask").toCompletableFuture();
            String id = AskingTest.idOf(racer.heard().get(1));
            arena.atOnce(
                    () -> racer.send("3" + id + "[1]"),
                    () -> racer.session().close(CloseReason.TRANSPORT_CLOSE),
                    () -> arena.time().advance(Duration.ofMillis(100)));
            Answers.Reason reason = answer.handle(
                            (arguments, failure) -> failure == null ? null : ((AckException) failure).reason())
                    .get(20, TimeUnit.SECONDS);
            answered += reason == null ? 1 : 0;
            assertThat(((ClientSocket) socket).acks().count()).isZero();
        }
        assertThat(answered).isBetween(0, ROUNDS);
    }

    @Test
    void aSurveyCountsEverybodyOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<Racer> racers = List.of(arena.new Racer(), arena.new Racer());
            racers.forEach(Racer::connect);
            CompletableFuture<Answers> survey =
                    arena.io().timeout(Duration.ofMillis(1)).emitWithAck("ask").toCompletableFuture();
            String id = AskingTest.idOf(racers.get(0).heard().get(1));
            arena.atOnce(
                    () -> racers.get(0).send("3" + id + "[1]", "3" + id + "[2]"),
                    () -> racers.get(1).session().close(CloseReason.TRANSPORT_CLOSE),
                    () -> arena.time().advance(Duration.ofMillis(100)));
            Answers answers = survey.get(20, TimeUnit.SECONDS);
            assertThat(answers.received().size() + answers.missing().size()).isEqualTo(2);
            racers.forEach(racer -> racer.session().close(CloseReason.TRANSPORT_CLOSE));
            Arena.await(() -> arena.server().socketCount() == 0);
        }
    }

    @Test
    void newsOfRoomsComeInTheOrderInWhichTheyHappened() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            sockets.add(arena.io().socket(arena.new Racer().connect()).orElseThrow());
        }
        arena.atOnce(() -> comeAndGo(sockets.get(0)), () -> comeAndGo(sockets.get(1)), () -> comeAndGo(sockets.get(2)));
        Arena.await(() -> arena.chronicle().came().size() == 3);

        int members = 0;
        boolean exists = false;
        for (String line : arena.chronicle().lines()) {
            switch (line) {
                case "created a in /" -> {
                    assertThat(exists).isFalse();
                    exists = true;
                }
                case "joined a" -> members++;
                case "left a" -> members--;
                case "deleted a" -> {
                    assertThat(members).isZero();
                    exists = false;
                }
                default -> assertThat(line).isEqualTo("connected");
            }
            assertThat(exists || members == 0).isTrue();
        }
        assertThat(exists).isFalse();
    }

    private static void comeAndGo(Socket socket) {
        for (int i = 0; i < ROUNDS; i++) {
            socket.join("a");
            socket.leave("a");
        }
    }

    @Test
    void whatThreadsSendArrivesOnceAndInTheirOrder() throws Exception {
        Racer racer = arena.new Racer();
        Socket socket = arena.io().socket(racer.connect()).orElseThrow();
        arena.atOnce(() -> emit(socket, "a"), () -> emit(socket, "b"), () -> emitToAll("c"));

        for (String name : List.of("a", "b", "c")) {
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                expected.add("2[\"" + name + "\"," + i + "]");
            }
            assertThat(racer.heard().stream().filter(message -> message.contains("\"" + name + "\"")))
                    .isEqualTo(expected);
        }
    }

    private static void emit(Socket socket, String name) {
        for (int i = 0; i < ROUNDS; i++) {
            socket.emit(name, i);
        }
    }

    private void emitToAll(String name) {
        for (int i = 0; i < ROUNDS; i++) {
            arena.io().emit(name, i);
        }
    }
}
