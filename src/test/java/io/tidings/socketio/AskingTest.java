package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.api.AckException;
import io.tidings.api.Answers.Reason;
import io.tidings.api.Arguments;
import io.tidings.api.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Events to one socket that want an acknowledgement. */
class AskingTest {

    @RegisterExtension
    final ServerUnderTest test = new ServerUnderTest();

    private final List<String> log = new ArrayList<>();

    private Socket socketOf(Client client) {
        return test.socket(client.connect());
    }

    /** The id under which an event is to be acknowledged. */
    static String idOf(String event) {
        return event.replaceAll("^\\d-?(?:/[^,]*,)?(\\d+)\\[.*", "$1");
    }

    private static Reason reason(CompletionStage<?> stage) {
        CompletableFuture<?> future = stage.toCompletableFuture();
        assertThat(future).isCompletedExceptionally();
        return future.handle((value, failure) -> ((AckException) failure).reason())
                .join();
    }

    @Test
    void endsWithWhatTheClientAcknowledges() {
        Client client = test.client();
        CompletionStage<Arguments> answer = socketOf(client).emitWithAck("ask", 1);
        String event = client.received().get(0);
        assertThat(event).matches("2\\d+\\[\"ask\",1]");
        assertThat(answer.toCompletableFuture()).isNotDone();

        client.send("3" + idOf(event) + "[\"yes\",2]");

        Arguments arguments = answer.toCompletableFuture().join();
        assertThat(arguments.get(0, String.class)).isEqualTo("yes");
        assertThat(arguments.get(1, Integer.class)).isEqualTo(2);
        assertThat(test.deadlines())
                .as("those of the heartbeat and the turnstile")
                .isEqualTo(2);
    }

    @Test
    void hasAnIdOfItsOwnWhoeverElseIsAsked() {
        test.io().of("/chat");
        Client client = test.client();
        Socket socket = socketOf(client);
        String inChat = client.connect("/chat");

        socket.emitWithAck("one");
        test.io().emitWithAck("all");
        test.io().of("/chat").socket(inChat).orElseThrow().emitWithAck("two");
        test.io().of("/chat").to(inChat).emitWithAck("all");
        socket.emitWithAck("three");

        assertThat(client.received().stream().map(AskingTest::idOf))
                .hasSize(5)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("\\d+"));
    }

    @Test
    void mayBeAcknowledgedWithBinary() {
        Client client = test.client();
        CompletionStage<Arguments> answer = socketOf(client).emitWithAck("ask");

        client.sendTogether("61-" + idOf(client.received().get(0)) + "[{\"_placeholder\":true,\"num\":0}]", "<data>");

        assertThat(answer.toCompletableFuture().join().get(0, byte[].class))
                .asString()
                .isEqualTo("data");
    }

    @Test
    @DisplayName("S-07 hears nobody but the socket that was asked, and it once")
    void hearsNobodyButTheSocketThatWasAsked() {
        Client client = test.client();
        Client forger = test.client();
        CompletionStage<Arguments> answer = socketOf(client).emitWithAck("ask");
        socketOf(forger).emitWithAck("other").thenAccept(arguments -> log.add("forged"));
        test.io().of("/chat");
        client.connect("/chat");
        String id = idOf(client.received().get(0));

        forger.send("3" + id + "[\"forged\"]");
        client.send("3/chat," + id + "[\"from elsewhere\"]", "39007199254740991[\"never asked\"]");
        assertThat(answer.toCompletableFuture()).isNotDone();
        client.send("3" + id + "[\"first\"]", "3" + id + "[\"second\"]");

        assertThat(answer.toCompletableFuture().join().get(0, String.class)).isEqualTo("first");
        assertThat(log).isEmpty();
        assertThat(client.isOpen()).isTrue();
        assertThat(forger.isOpen()).isTrue();
    }

    @Test
    @DisplayName("S-07 hears nothing that comes after the time-out")
    void endsWhenTheAnswerDoesNotComeInTime() {
        Client client = test.client();
        Socket socket = socketOf(client);
        CompletionStage<Arguments> asSet = socket.emitWithAck("ask");
        CompletionStage<Arguments> sooner =
                socket.timeout(Duration.ofSeconds(2)).emitWithAck("ask");
        List<String> events = client.received();

        test.time().advance(Duration.ofSeconds(3));
        assertThat(reason(sooner)).isEqualTo(Reason.TIMED_OUT);
        client.send("3" + idOf(events.get(1)) + "[]");
        assertThat(asSet.toCompletableFuture()).isNotDone();

        test.pass(Rules.ACK_TIMEOUT);
        assertThat(reason(asSet)).isEqualTo(Reason.TIMED_OUT);
        assertThat(socketAcks(socket)).isZero();
        assertThat(client.isOpen()).isTrue();
    }

    private static int socketAcks(Socket socket) {
        return ((ClientSocket) socket).acks().count();
    }

    @Test
    void takesAnyTimeOut() {
        Client client = test.client();
        Socket socket = socketOf(client);

        CompletionStage<Arguments> never =
                socket.timeout(Duration.ofSeconds(Long.MAX_VALUE)).emitWithAck("ask");
        CompletionStage<Arguments> past = socket.timeout(Duration.ofSeconds(-1)).emitWithAck("ask");
        test.time().advance(Duration.ofSeconds(1));

        assertThat(never.toCompletableFuture()).isNotDone();
        assertThat(reason(past)).isEqualTo(Reason.TIMED_OUT);
    }

    @Test
    void endsWhenTheClientLeaves() {
        Client client = test.client();
        CompletionStage<Arguments> answer = socketOf(client).emitWithAck("ask");
        int deadlines = test.deadlines();

        client.send("1");

        assertThat(reason(answer)).isEqualTo(Reason.DISCONNECTED);
        assertThat(test.deadlines()).isEqualTo(deadlines - 1);
    }

    @Test
    void endsAtOnceWhereTheClientHasLeft() {
        Client client = test.client();
        Socket socket = socketOf(client);
        client.send("1");
        int deadlines = test.deadlines();

        assertThat(reason(socket.emitWithAck("ask"))).isEqualTo(Reason.DISCONNECTED);
        assertThat(test.deadlines()).isEqualTo(deadlines);
        assertThat(client.received()).isEmpty();
    }

    @Test
    @DisplayName("A-09 asks nothing more of a client that owes too many acknowledgements")
    void asksNothingMoreOfAClientThatOwesTooMany() {
        test.rules(new Rules().pendingAcks(2));
        Client client = test.client();
        Socket socket = socketOf(client);
        socket.emitWithAck("one");
        CompletionStage<Arguments> two = socket.emitWithAck("two");

        assertThat(reason(socket.emitWithAck("three"))).isEqualTo(Reason.TOO_MANY_PENDING);
        List<String> events = client.received();
        assertThat(events).hasSize(2);

        client.send("3" + idOf(events.get(1)) + "[]");
        assertThat(two.toCompletableFuture()).isCompleted();
        assertThat(socket.emitWithAck("four").toCompletableFuture()).isNotDone();
    }

    @Test
    void isLostWhereItMayBeAndTheClientIsNotReady() {
        Client client = test.client();
        Socket socket = socketOf(client);
        client.transport().stall();
        socket.emit("queued");

        assertThat(reason(socket.asVolatile().emitWithAck("ask"))).isEqualTo(Reason.NOT_SENT);

        client.transport().unstall();
        assertThat(client.received()).containsExactly("2[\"queued\"]");
        assertThat(socketAcks(socket)).isZero();
        assertThat(socket.asVolatile().emitWithAck("again").toCompletableFuture())
                .isNotDone();
        assertThat(client.received()).hasSize(1);
    }

    @Test
    void isNotAskedWhatCannotBeWritten() {
        Client client = test.client();
        Socket socket = socketOf(client);

        assertThatThrownBy(() -> socket.emitWithAck("ask", new Object())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> socket.emitWithAck("disconnect")).isInstanceOf(IllegalArgumentException.class);

        assertThat(socketAcks(socket)).isZero();
        assertThat(client.received()).isEmpty();
    }

    @Test
    void endsOnTheExecutorOutsideOfTheOrderOfTheSocket() {
        Client client = test.client();
        Socket socket = socketOf(client);
        socket.emitWithAck("ask").thenAccept(arguments -> log.add("answered"));
        String id = idOf(client.received().get(0));
        test.executor().hold();

        client.send("3" + id + "[]");
        assertThat(log).isEmpty();
        assertThat(test.executor().waiting()).isEqualTo(1);
        test.executor().step();

        assertThat(log).containsExactly("answered");
    }

    @Test
    void tellsItsDependentsAlsoWhereTheExecutorIsFull() {
        Client client = test.client();
        socketOf(client).emitWithAck("ask").thenAccept(arguments -> log.add("answered"));
        String id = idOf(client.received().get(0));
        test.executor().refuse();

        client.send("3" + id + "[]");

        assertThat(log).containsExactly("answered");
    }
}
