package io.tidings.transport.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.engine.EngineUnderTest;
import io.tidings.engine.FlushScope;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.engineio.EnginePacket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients that are sent the same packets get what they would have got alone, although the bytes are made once. */
class BroadcastTest {

    private static final EnginePacket NEWS = EnginePacket.text("news " + "x".repeat(2_000));
    private static final EnginePacket PICTURE = EnginePacket.binary(Bytes.utf8("picture"));
    private static final String HEARD_NEWS = "text 4" + NEWS.data().toUtf8String();

    @RegisterExtension
    final EngineUnderTest test = new EngineUnderTest();

    @Test
    void reachesEveryClient() throws Exception {
        List<WebSocketClient> clients =
                List.of(WebSocketClient.of(test), WebSocketClient.of(test), WebSocketClient.of(test));

        FlushScope.run(() -> {
            clients.forEach(client -> client.session().send(NEWS));
            clients.forEach(client -> client.session().send(List.of(PICTURE)));
        });

        assertThat(clients)
                .allSatisfy(client -> assertThat(client.heard()).containsExactly(HEARD_NEWS, "binary picture"));
    }

    @Test
    void leavesEachClientWhatItIsSentAlone() throws Exception {
        WebSocketClient one = WebSocketClient.of(test);
        WebSocketClient other = WebSocketClient.of(test);
        WebSocketClient third = WebSocketClient.of(test);

        FlushScope.run(() -> {
            one.session().send(NEWS);
            other.session().send(EnginePacket.text("before"));
            other.session().send(NEWS);
            third.session().send(NEWS);
            third.session().send(EnginePacket.text("after"));
        });

        assertThat(one.heard()).containsExactly(HEARD_NEWS);
        assertThat(other.heard()).containsExactly("text 4before", HEARD_NEWS);
        assertThat(third.heard()).containsExactly(HEARD_NEWS, "text 4after");
    }

    @Test
    void isCompressedForThoseWhoAskedForThat() throws Exception {
        WebSocketClient plain = WebSocketClient.of(test);
        WebSocketClient compressing = WebSocketClient.compressing(test);
        WebSocketClient another = WebSocketClient.of(test);

        FlushScope.run(() -> {
            for (WebSocketClient client : List.of(plain, compressing, another)) {
                client.session().send(NEWS);
            }
        });

        assertThat(plain.heard()).containsExactly(HEARD_NEWS);
        assertThat(compressing.heard()).containsExactly("compressed text");
        assertThat(another.heard()).containsExactly(HEARD_NEWS);
    }

    @Test
    void reachesAClientThatReadsLater() throws Exception {
        WebSocketClient fast = WebSocketClient.of(test);
        WebSocketClient slow = WebSocketClient.of(test);
        slow.connection().output().room(0);

        FlushScope.run(() -> {
            fast.session().send(NEWS);
            slow.session().send(NEWS);
        });
        FlushScope.run(() -> {
            fast.session().send(PICTURE);
            slow.session().send(PICTURE);
        });

        assertThat(fast.heard()).containsExactly(HEARD_NEWS, "binary picture");
        assertThat(slow.heard()).isEmpty();
        slow.connection().output().drain(Integer.MAX_VALUE);
        assertThat(slow.heard()).containsExactly(HEARD_NEWS, "binary picture");
    }
}
