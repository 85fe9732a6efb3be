package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.ArgumentException;
import io.tidings.api.DisconnectReason;
import io.tidings.api.RefusedException;
import io.tidings.api.RoomEvent;
import io.tidings.api.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of a failure of the application. */
class HandlerFailureTest {

    @RegisterExtension
    final ServerUnderTest test = new ServerUnderTest();

    private final List<String> log = new ArrayList<>();

    /** What a client gets that wants the event acknowledged, and that the socket goes on. */
    private List<String> answersTo(Bean.Body body) {
        test.bean("/", new Bean().onEvent("x", body).onEvent("next", occurrence -> "still here"));
        Client client = test.client();
        client.connect();
        client.send("21[\"x\",\"secret\"]", "2[\"x\"]", "22[\"next\"]");
        List<String> received = new ArrayList<>(client.received());
        assertThat(received.remove(received.size() - 1)).isEqualTo("32[\"still here\"]");
        assertThat(client.isOpen()).isTrue();
        return received;
    }

    @Test
    void tellsTheClientNothingOfAnUnexpectedException() {
        assertThat(answersTo(occurrence -> {
                    throw new IllegalStateException("the password of the database is 1234");
                }))
                .containsExactly("31[{\"error\":\"Internal error\"}]");

        assertThat(test.failures(2)).hasSize(1);
        assertThat(test.failures(0).get(0))
                .contains("Bean.x", "socket ", "the session stays open")
                .doesNotContain("secret");
    }

    @Test
    void survivesAStackThatOverflows() {
        assertThat(answersTo(this::overflow)).containsExactly("31[{\"error\":\"Internal error\"}]");

        test.failures(2);
    }

    @SuppressWarnings("InfiniteRecursion") // that is what it is for
    private Object overflow(Occurrence occurrence) {
        return List.of(overflow(occurrence));
    }

    @Test
    void survivesErrorsAndCheckedExceptions() {
        List<Throwable> failures =
                List.of(new AssertionError("as the test wants"), new OutOfMemoryError("no"), new Exception("checked"));
        Bean bean = new Bean().onEvent("x", occurrence -> {
            throw failures.get(occurrence.arguments().get(0, Integer.class));
        });
        test.bean("/", bean);
        Client client = test.client();
        client.connect();

        client.send("20[\"x\",0]", "21[\"x\",1]", "22[\"x\",2]");

        assertThat(client.received())
                .containsExactly(
                        "30[{\"error\":\"Internal error\"}]",
                        "31[{\"error\":\"Internal error\"}]",
                        "32[{\"error\":\"Internal error\"}]");
        test.failures(3);
    }

    @Test
    void tellsTheClientThatItsArgumentsDoNotFitAndNobodyElse() {
        assertThat(answersTo(occurrence -> {
                    throw new ArgumentException("argument 1 must be a number");
                }))
                .containsExactly("31[{\"error\":\"argument 1 must be a number\"}]");
    }

    @Test
    void tellsTheClientOfARefusalAndNobodyElse() {
        assertThat(answersTo(occurrence -> {
                    throw new RefusedException("not allowed", Map.of("until", 12));
                }))
                .containsExactly("31[{\"error\":\"not allowed\",\"data\":{\"until\":12}}]");
    }

    @Test
    void treatsAFailedStageLikeAThrownException() {
        CompletionStage<?> failed =
                CompletableFuture.failedFuture(new CompletionException(new RefusedException("not allowed")));

        assertThat(answersTo(occurrence -> failed)).containsExactly("31[{\"error\":\"not allowed\"}]");
    }

    @Test
    void tellsOfAResultThatCannotBeWritten() {
        assertThat(answersTo(occurrence -> new Object())).containsExactly("31[{\"error\":\"Internal error\"}]");

        test.failures(1);
    }

    @Test
    void tellsOfALaterResultThatCannotBeWritten() {
        CompletionStage<?> later = CompletableFuture.completedFuture(new Object());

        assertThat(answersTo(occurrence -> later)).containsExactly("31[{\"error\":\"Internal error\"}]");

        test.failures(1);
    }

    @Test
    void callsTheOtherHandlersAndListenersAllTheSame() {
        Bean.Body broken = occurrence -> {
            throw new IllegalStateException("as the test wants");
        };
        test.bean(
                "/",
                new Bean()
                        .onAny(broken)
                        .onEventWithoutAck("x", broken)
                        .onEventWithoutAck("x", occurrence -> log.add("handler")));
        test.io()
                .onConnect(socket -> socket.onAny((event, arguments) -> {
                            throw new Exception("as the test wants");
                        })
                        .on("x", (arguments, ack) -> {
                            throw new Exception("as the test wants");
                        })
                        .on("x", (arguments, ack) -> log.add("listener")));
        Client client = test.client();
        client.connect();

        client.send("2[\"x\"]");

        assertThat(log).containsExactly("handler", "listener");
        test.failures(4);
    }

    @Test
    void callsTheOthersWhereOneFailsAtTheBeginningOrTheEnd() {
        Bean.Body broken = occurrence -> {
            throw new StackOverflowError();
        };
        test.bean(
                "/",
                new Bean()
                        .onConnect(broken)
                        .onConnect(occurrence -> log.add("connect"))
                        .onDisconnecting(broken)
                        .onDisconnecting(occurrence -> log.add("disconnecting"))
                        .onDisconnect(broken)
                        .onDisconnect(occurrence -> log.add("disconnect")));
        test.io().onConnect(socket -> {
            socket.onDisconnecting(reason -> {
                throw new Exception("as the test wants");
            });
            throw new IllegalStateException("as the test wants");
        });
        Client client = test.client();
        client.connect();
        client.vanish();

        assertThat(log).containsExactly("connect", "disconnecting", "disconnect");
        assertThat(test.server().socketCount()).isZero();
        test.failures(5);
    }

    @Test
    void disconnectsASocketThatAConnectHandlerRefuses() {
        test.bean("/", new Bean().onConnect(occurrence -> {
                    throw new RefusedException("no such table");
                }));
        test.io().of("/chat").onConnect(socket -> {
            throw new ArgumentException("no name");
        });
        Client client = test.client();
        client.connect();
        client.send("0/chat,");

        assertThat(client.received()).hasSize(3).contains("1", "1/chat,");
        assertThat(client.isOpen()).isTrue();
        assertThat(test.server().socketCount()).isZero();
    }

    @Test
    void survivesObserversThatFail() {
        test.news(new SocketNews() {
            @Override
            public void roomJoined(RoomEvent event) {
                throw new IllegalStateException("as the test wants");
            }

            @Override
            public void roomLeft(RoomEvent event) {
                throw new StackOverflowError();
            }

            @Override
            public void disconnected(Socket socket, DisconnectReason reason) {
                log.add("disconnected");
                throw new IllegalStateException("as the test wants");
            }
        });
        Client client = test.client();
        test.socket(client.connect()).join("a", "b");

        client.vanish();

        assertThat(log).containsExactly("disconnected");
        assertThat(test.server().socketCount()).isZero();
        test.failures(5);
    }
}
