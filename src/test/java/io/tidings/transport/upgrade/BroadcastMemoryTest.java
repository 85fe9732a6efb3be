package io.tidings.transport.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.Allocation;
import io.tidings.engine.EngineSession;
import io.tidings.engine.EngineUnderTest;
import io.tidings.engine.FlushScope;
import io.tidings.protocol.engineio.EnginePacket;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What it costs to tell many clients the same; Undertow 2.3 adds 56 bytes for each write, an object of the JDK. */
class BroadcastMemoryTest {

    private static final int CLIENTS = 1_000;
    private static final int ROUNDS = 50;
    private static final String NEWS = "2[\"news\",\"01234567890123456789012345678901\"]";

    @RegisterExtension
    final EngineUnderTest test = new EngineUnderTest();

    private final List<WebSocketClient> clients = WebSocketClient.crowd(test, CLIENTS);
    private final List<EngineSession> sessions =
            clients.stream().map(WebSocketClient::session).toList();

    @Test
    void writesTheVerySameBytesToAll() {
        EnginePacket news = EnginePacket.text(NEWS);

        toAll(session -> session.send(news));

        byte[] frame = clients.get(0).connection().output().last();
        assertThat(frame).hasSize(47);
        for (WebSocketClient client : clients) {
            assertThat(client.connection().output().last()).isSameAs(frame);
        }
    }

    @Test
    void allocatesLittleForAPacketThatAllGet() {
        assertThat(allocatedPerDelivery(1, () -> {
                    EnginePacket news = EnginePacket.text(NEWS);
                    toAll(session -> session.send(news));
                }))
                .isLessThanOrEqualTo(48);
    }

    @Test
    void allocatesLessForAListThatAllGet() {
        assertThat(allocatedPerDelivery(1, () -> {
                    List<EnginePacket> news = List.of(EnginePacket.text(NEWS));
                    toAll(session -> session.send(news));
                }))
                .isLessThanOrEqualTo(24);
    }

    @Test
    void allocatesLittleForPacketsThatWaitTogether() {
        assertThat(allocatedPerDelivery(
                        4,
                        () -> FlushScope.run(() -> {
                            for (int i = 0; i < 4; i++) {
                                List<EnginePacket> news = List.of(EnginePacket.text(NEWS));
                                toAll(session -> session.send(news));
                            }
                        })))
                .isLessThanOrEqualTo(32);
    }

    private void toAll(Consumer<EngineSession> action) {
        FlushScope.run(() -> {
            for (int i = 0; i < CLIENTS; i++) {
                action.accept(sessions.get(i));
            }
        });
    }

    private static long allocatedPerDelivery(int packets, Runnable broadcast) {
        for (int i = 0; i < ROUNDS; i++) {
            broadcast.run();
        }
        return Allocation.perCall(ROUNDS, broadcast) / ((long) CLIENTS * packets);
    }
}
