package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.api.Answers;
import io.tidings.api.Push;
import io.tidings.api.SocketIo;
import io.tidings.api.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application that uses the server before there is one. */
class BeforeStartTest {

    @RegisterExtension
    final ServerUnderTest test = new ServerUnderTest();

    private final SocketIo io = test.io();

    @Test
    void reachesNobody() {
        io.emit("m", 1);
        io.of("/chat").to("a").except("b").local().asVolatile().compress(false).emit("m");
        io.toUser("ada").emit("m");
        io.of(Pattern.compile("/t-\\d+")).emit("m");
        io.of("/t-1").emit("m");
        io.serverSideEmit("m");
        io.socketsJoin("a", "");
        io.socketsLeave("a");
        io.disconnectSockets(true);
        test.server().push(Push.of("m").in("/chat").toUser("ada"));

        assertThat(io.sockets()).isEmpty();
        assertThat(io.socket("x")).isEmpty();
        assertThat(io.fetchSockets().toCompletableFuture().join()).isEmpty();
        assertThat(test.server().socketCount()).isZero();
    }

    @Test
    void getsNoAnswers() {
        Answers none = new Answers(List.of(), List.of());

        assertThat(io.emitWithAck("m").toCompletableFuture().join()).isEqualTo(none);
        assertThat(io.to("a")
                        .timeout(Duration.ofSeconds(1))
                        .emitWithAck("m")
                        .toCompletableFuture()
                        .join())
                .isEqualTo(none);
        assertThat(io.serverSideEmitWithAck("m").toCompletableFuture().join()).isEqualTo(none);
    }

    @Test
    void isToldOfItsOwnMistakes() {
        assertThatThrownBy(() -> io.emit("connect")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> io.of("/a,b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isToldAtTheStartOfANamespaceThatNoClientCouldName() {
        io.of("/" + "é".repeat(128));

        assertThatThrownBy(test::started)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("256 bytes")
                .hasMessageContaining("tidings.max-namespace-name");
    }

    @Test
    void mayGiveListenersToWhatComesLater() {
        List<String> log = new ArrayList<>();
        io.onConnect(socket -> log.add("main"))
                .use(socket -> Verdict.accepted())
                .filter(event -> Verdict.accepted());
        io.of("chat").onConnect(socket -> log.add("chat"));
        io.of(Pattern.compile("/t-\\d+")).onConnect(socket -> log.add("family"));
        Client client = test.client();

        client.connect();
        client.connect("/chat");
        client.connect("/t-1");

        assertThat(log).containsExactly("main", "chat", "family");
    }

    @Test
    void knowsNamespacesByOneName() {
        assertThat(io.of("chat")).isSameAs(io.of("/chat"));
        assertThat(io.of("")).isSameAs(io.of("/"));
        assertThat(io.name()).isEqualTo("/");
        assertThat(io.of("chat").name()).isEqualTo("/chat");
    }
}
