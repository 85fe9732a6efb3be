package io.tidings.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.engineio.PacketType;
import io.tidings.schedule.Lane;
import io.tidings.schedule.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What real threads do to a session at the same moment. */
class RacesTest {

    private static final int ROUNDS = 3_000;
    private static final int CROWD = 3;

    private final ManualTime time = new ManualTime();
    private final QueuedBytes queuedBytes = new QueuedBytes(100_000_000);
    private final RecordingListener listener = new RecordingListener();
    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final ExecutorService crowd = Executors.newFixedThreadPool(CROWD);
    private final CyclicBarrier barrier = new CyclicBarrier(CROWD);
    private final Engine engine = new Engine(
            new Tuning().outbox(1_000_000, 100_000_000).settings(),
            listener,
            () -> Lane.pooled(pool),
            new Engine.Shared(
                    time.deadlines(),
                    queuedBytes,
                    new Turnstile(new Turnstile.Limits(0, 0, 0), time.deadlines()),
                    new PeerFaults(time)));

    @AfterEach
    void leavesNothingBehind() throws InterruptedException {
        engine.stop();
        crowd.shutdown();
        assertThat(crowd.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        pool.shutdown();
        assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        time.advance(Duration.ofSeconds(2));
        assertThat(engine.sessionCount()).isZero();
        assertThat(queuedBytes.used()).isZero();
        assertThat(time.deadlines().pending()).isZero();
        assertThat(listener.all().values()).isNotEmpty().allSatisfy(events -> {
            assertThat(events).startsWith("opened");
            assertThat(events.get(events.size() - 1)).startsWith("closed: ");
            assertThat(events.stream().filter(event -> event.startsWith("closed: ")))
                    .hasSize(1);
        });
    }

    @Test
    void anUpgradeThatEndsWhileTheSessionIsClosedLeavesNoTransportOpen() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Client client = new Client();
            DrainingTransport webSocket = client.probe();
            atOnce(
                    () -> client.link.received(webSocket, List.of(EnginePacket.UPGRADE)),
                    () -> client.session.close(CloseReason.FORCED_CLOSE),
                    () -> client.session.send(EnginePacket.text("m")));
            assertThat(webSocket.isClosed()).isTrue();
            assertThat(client.polling.ends()).isEqualTo(1);
        }
    }

    @Test
    void anUpgradeThatBeginsWhileTheSessionIsClosedLeavesNoTransportOpen() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Client client = new Client();
            DrainingTransport webSocket = client.webSocket();
            boolean[] started = new boolean[1];
            atOnce(
                    () -> started[0] = client.link.startUpgrade(webSocket),
                    () -> client.session.close(CloseReason.FORCED_CLOSE),
                    () -> client.link.lost(client.polling, CloseReason.TRANSPORT_ERROR));
            assertThat(webSocket.isClosed()).isEqualTo(started[0]);
        }
    }

    @Test
    void anUpgradeEndsInExactlyOneWay() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Client client = new Client();
            DrainingTransport webSocket = client.probe();
            atOnce(
                    () -> client.link.received(webSocket, List.of(EnginePacket.UPGRADE)),
                    () -> client.link.lost(webSocket, CloseReason.TRANSPORT_ERROR),
                    () -> client.link.startUpgrade(webSocket));
            boolean moved = client.session.transportKind() == TransportKind.WEBSOCKET;
            // Lost after the move, it took the session with it; lost before, the session goes on polling.
            assertThat(client.session.isOpen() && moved && webSocket.isClosed()).isFalse();
            assertThat(client.session.isOpen() || moved).isTrue();
            client.session.close(CloseReason.FORCED_CLOSE);
            assertThat(webSocket.isClosed()).isTrue();
        }
    }

    @Test
    void bothWaysToCloseAtOnceLeaveNoDeadline() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Client client = new Client();
            atOnce(
                    client.session::close,
                    () -> client.session.close(CloseReason.PING_TIMEOUT),
                    () -> client.session.send(EnginePacket.text("m")));
        }
        assertThat(engine.sessionCount()).isZero();
    }

    @Test
    void readingGoesOnWhenAllIsLetGoWhoeverWasTheLast() throws Exception {
        Client client = new Client();
        for (int round = 0; round < ROUNDS; round++) {
            atOnce(() -> holdAndLetGo(client), () -> holdAndLetGo(client), () -> holdAndLetGo(client));
            assertThat(client.link.isReadingSuspended(client.polling)).isFalse();
        }
    }

    private static void holdAndLetGo(Client client) {
        for (int i = 0; i < 30; i++) {
            client.session.hold(10);
        }
        for (int i = 0; i < 30; i++) {
            client.session.letGo(10);
        }
    }

    @Test
    void aSessionThatIsOpenedWhileItsEngineStopsEnds() throws Exception {
        for (int round = 0; round < 200; round++) {
            atOnce(Client::new, Client::new, () -> engine.sessionCount());
        }
        atOnce(engine::stop, () -> openMany(300), () -> openMany(300));

        assertThat(engine.sessionCount()).isZero();
    }

    private void openMany(int count) {
        for (int i = 0; i < count; i++) {
            new Client();
        }
    }

    @Test
    void everyMessageArrivesOnceAndInOrderWhileTheClientMoves() throws Exception {
        for (int round = 0; round < 300; round++) {
            Client client = new Client();
            DrainingTransport webSocket = client.probe();
            atOnce(() -> client.sendNumbered("a", 200), () -> client.sendNumbered("b", 200), () -> {
                client.polling.poll();
                client.polling.poll();
                client.link.received(webSocket, List.of(EnginePacket.UPGRADE));
            });
            List<String> arrived = Stream.concat(client.polling.messages().stream(), webSocket.messages().stream())
                    .toList();
            assertThat(arrived).hasSize(400);
            assertThat(arrived.stream().filter(message -> message.startsWith("a")))
                    .isEqualTo(numbered("a", 200));
            assertThat(arrived.stream().filter(message -> message.startsWith("b")))
                    .isEqualTo(numbered("b", 200));
        }
    }

    @Test
    void batchesOfManyThreadsToTheSameSessionsLeaveNothingUnflushed() throws Exception {
        Client one = new Client(TransportKind.WEBSOCKET);
        Client other = new Client(TransportKind.WEBSOCKET);
        Runnable batches = () -> {
            for (int i = 0; i < 2_000; i++) {
                FlushScope.run(() -> {
                    one.session.send(EnginePacket.text("m"));
                    other.session.send(EnginePacket.text("m"));
                    one.session.send(EnginePacket.text("m"));
                });
            }
        };

        atOnce(batches, batches, batches);

        assertThat(((DrainingTransport) one.link.transport()).messages()).hasSize(12_000);
        assertThat(((DrainingTransport) other.link.transport()).messages()).hasSize(6_000);
    }

    @Test
    void readingIsNeverLeftSuspended() throws Exception {
        for (int round = 0; round < ROUNDS / 10; round++) {
            Client client = new Client(TransportKind.WEBSOCKET);
            List<EnginePacket> some = List.of(EnginePacket.text("m"), EnginePacket.text("m"));
            Runnable flood = () -> {
                for (int i = 0; i < 50; i++) {
                    client.link.received(client.link.transport(), some);
                }
            };
            atOnce(flood, flood, flood);
            await(() -> listener.messagesOf(client.session).size() == 300
                    && !client.link.isReadingSuspended(client.link.transport()));
        }
    }

    private static List<String> numbered(String prefix, int count) {
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            messages.add(prefix + i);
        }
        return messages;
    }

    private static void await(BooleanSupplier condition) {
        long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < patience) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private void atOnce(Runnable... actions) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        for (Runnable action : actions) {
            running.add(crowd.submit(() -> {
                barrier.await();
                action.run();
                return action;
            }));
        }
        for (Future<?> each : running) {
            each.get(30, TimeUnit.SECONDS);
        }
    }

    /** One client with its session. */
    private final class Client {

        final EngineSession session;
        final EngineLink link;
        final DrainingTransport polling;

        Client() {
            this(TransportKind.POLLING);
        }

        Client(TransportKind kind) {
            DrainingTransport[] made = new DrainingTransport[1];
            session = engine.open(
                    engine.newId(),
                    EngineUnderTest.handshake("192.0.2.1"),
                    its -> made[0] = new DrainingTransport(its, kind));
            link = (EngineLink) session;
            polling = made[0];
        }

        DrainingTransport webSocket() {
            return new DrainingTransport(link, TransportKind.WEBSOCKET);
        }

        DrainingTransport probe() {
            DrainingTransport webSocket = webSocket();
            assertThat(link.startUpgrade(webSocket)).isTrue();
            link.received(webSocket, List.of(new EnginePacket(PacketType.PING, EnginePacket.PROBE, false)));
            return webSocket;
        }

        void sendNumbered(String prefix, int count) {
            for (String message : numbered(prefix, count)) {
                session.send(EnginePacket.text(message));
            }
        }
    }
}
