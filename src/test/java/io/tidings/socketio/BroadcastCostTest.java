package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.Allocation;
import io.tidings.api.Broadcast;
import io.tidings.api.Socket;
import io.tidings.engine.Engine;
import io.tidings.engine.EngineLink;
import io.tidings.engine.EngineUnderTest;
import io.tidings.engine.UnheardTransport;
import io.tidings.protocol.engineio.EnginePacket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a broadcast allocates on its way to the transports. */
class BroadcastCostTest {

    private static final int CLIENTS = 500;
    private static final int ROUNDS = 20;
    private static final int SAMPLES = 30;

    @RegisterExtension
    final ServerUnderTest test = new ServerUnderTest();

    @BeforeEach
    void connect() {
        Engine engine = test.started();
        for (int i = 0; i < CLIENTS; i++) {
            EngineLink link = (EngineLink) engine.open(
                    engine.newId(), EngineUnderTest.handshake(EngineUnderTest.ADDRESS), UnheardTransport::new);
            link.received(link.transport(), List.of(EnginePacket.text("0")));
        }
        assertThat(test.io().sockets()).hasSize(CLIENTS);
    }

    /**
     * The bytes that one call allocates, once the compiler has seen enough of it: before that, what it will keep in registers is
     * made on the heap.
     */
    private static long allocatedBy(Runnable call) {
        long least = Long.MAX_VALUE;
        for (int sample = 0; sample < SAMPLES; sample++) {
            least = Math.min(least, Allocation.perCall(ROUNDS, call));
        }
        return least;
    }

    private static long perMessage(Broadcast broadcast, Object argument) {
        return allocatedBy(() -> broadcast.emit("m", argument)) / CLIENTS;
    }

    @Test
    void isLittleForEachReceiver() {
        assertThat(perMessage(test.io(), "x".repeat(1_000))).isLessThan(40);
    }

    @Test
    void isLittleForEachReceiverOfBinaryAndOfWhatIsNotCompressed() {
        assertThat(perMessage(test.io(), new byte[1_000])).isLessThan(40);
        assertThat(perMessage(test.io().compress(false), new byte[1_000])).isLessThan(40);
        assertThat(perMessage(test.io().compress(false), "x")).isLessThan(40);
    }

    @Test
    void isLittleForEachReceiverInARoom() {
        test.io().socketsJoin("room", "other");

        assertThat(perMessage(test.io().to("room"), "x")).isLessThan(40);
        assertThat(perMessage(test.io().to("room").except("nobody"), "x")).isLessThan(40);
        // Who is in several of the rooms has to be remembered.
        assertThat(perMessage(test.io().to("room", "other"), "x")).isLessThan(120);
    }

    @Test
    void isNextToNothingWhereNobodyIsChosen() {
        Broadcast nobody = test.io().to("nowhere");

        assertThat(allocatedBy(() -> nobody.emit("m", 1))).isLessThan(1_000);
    }

    @Test
    void doesNotDependOnHowManyRoomsThereAre() {
        List<Socket> sockets = new ArrayList<>(test.io().sockets());
        Broadcast one = test.io().to(sockets.get(0).id());
        long before = allocatedBy(() -> one.emit("m", 1));

        for (Socket socket : sockets) {
            for (int i = 0; i < 20; i++) {
                socket.join("room " + i + " of " + socket.id());
            }
        }

        assertThat(allocatedBy(() -> one.emit("m", 1))).isLessThan(before + 100);
    }
}
