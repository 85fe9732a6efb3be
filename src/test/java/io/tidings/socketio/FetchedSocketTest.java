package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.AckException;
import io.tidings.api.Answers.Reason;
import io.tidings.api.Arguments;
import io.tidings.api.DataKey;
import io.tidings.api.RemoteSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What can be read of a socket that was fetched, wherever it is, and what can be done to it. */
class FetchedSocketTest {

    private static final DataKey<String> NAME = new DataKey<>("name", String.class);

    @RegisterExtension
    final ServerUnderTest test = new ServerUnderTest();

    private final Client client = test.client();
    private final Client other = test.client();
    private final String id = client.connect();
    private RemoteSocket fetched;

    @BeforeEach
    void fetch() {
        other.connect();
        test.socket(id).join("a");
        test.socket(id).put(NAME, "ada");
        fetched = theOneIn("a");
    }

    private RemoteSocket theOneIn(String room) {
        List<RemoteSocket> sockets =
                test.io().in(room).fetchSockets().toCompletableFuture().join();
        assertThat(sockets).hasSize(1);
        return sockets.get(0);
    }

    @Test
    void tellsWhoItIs() {
        assertThat(fetched.id()).isEqualTo(id);
        assertThat(fetched.handshake()).isEqualTo(test.socket(id).handshake());
        assertThat(fetched.principal()).isEmpty();
        assertThat(fetched.rooms()).containsExactlyInAnyOrder(id, "a");
        assertThat(fetched.data(NAME)).contains("ada");
    }

    @Test
    void joinsAndLeavesRooms() {
        fetched.join("b", "c");
        fetched.leave("a");

        assertThat(theOneIn("b").rooms()).containsExactlyInAnyOrder(id, "b", "c");
        assertThat(test.io().in("a").fetchSockets().toCompletableFuture().join())
                .isEmpty();
    }

    @Test
    void mayBeToldAndAskedSomethingAlone() {
        fetched.emit("own", 1);
        CompletionStage<Arguments> answer =
                fetched.timeout(Duration.ofSeconds(2)).emitWithAck("ask");
        List<String> events = client.received();
        assertThat(events).hasSize(2).first().isEqualTo("2[\"own\",1]");

        client.send("3" + AskingTest.idOf(events.get(1)) + "[\"yes\"]");

        assertThat(answer.toCompletableFuture().join().get(0, String.class)).isEqualTo("yes");
        assertThat(other.received()).isEmpty();
    }

    @Test
    void mayBeDisconnectedAlone() {
        CompletionStage<Arguments> answer = fetched.emitWithAck("ask");
        client.received();

        fetched.disconnect();

        assertThat(client.received()).containsExactly("1");
        assertThat(client.isOpen()).isTrue();
        assertThat(answer.toCompletableFuture()
                        .handle((arguments, failure) -> ((AckException) failure).reason())
                        .join())
                .isEqualTo(Reason.DISCONNECTED);
        assertThat(test.io().sockets()).extracting("id").doesNotContain(id).hasSize(1);
    }

    @Test
    void mayBeDisconnectedWithItsWholeClient() {
        test.io().of("/chat");
        client.connect("/chat");

        fetched.disconnect(true);

        assertThat(client.received()).containsExactlyInAnyOrder("1", "1/chat,");
        assertThat(client.isOpen()).isFalse();
        assertThat(other.isOpen()).isTrue();
    }
}
