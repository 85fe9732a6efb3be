package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.SocketIo;
import io.tidings.engine.DrainingTransport;
import io.tidings.engine.Engine;
import io.tidings.engine.EngineLink;
import io.tidings.engine.EngineSession;
import io.tidings.engine.EngineUnderTest;
import io.tidings.engine.PeerFaults;
import io.tidings.engine.QueuedBytes;
import io.tidings.engine.TransportKind;
import io.tidings.engine.Tuning;
import io.tidings.engine.Turnstile;
import io.tidings.protocol.engineio.EnginePacket;
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
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server whose clients and handlers run on real threads, and what must be left of them in the end: nothing. */
final class Arena implements AfterEachCallback {

    private static final int CROWD = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ManualTime time = new ManualTime();
    private final QueuedBytes queuedBytes = new QueuedBytes(100_000_000);
    private final PeerFaults faults = new PeerFaults(time);
    private final Chronicle chronicle = new Chronicle();
    private final ExecutorService crowd = Executors.newFixedThreadPool(CROWD);
    private final CyclicBarrier barrier = new CyclicBarrier(CROWD);
    private final ExecutorService pool;
    private final Server server = new Server(new PlainCodec());
    private final Engine engine;

    Arena(int threads, Bean... beans) {
        pool = Executors.newFixedThreadPool(threads);
        List<Contributions.Scoped<Handlers>> handlers = new ArrayList<>();
        for (Bean bean : beans) {
            handlers.add(new Contributions.Scoped<>(new Scope.Named("/"), bean.handlers()));
        }
        server.start(new Environment(
                new Rules().settings(),
                time.deadlines(),
                pool,
                new Contributions(handlers, List.of(), List.of(), chronicle, (socket, event, failure) -> "failed"),
                Cluster.ALONE,
                faults));
        engine = new Engine(
                new Tuning().outbox(1_000_000, 100_000_000).settings(),
                server,
                () -> Lane.direct(Runnable::run),
                new Engine.Shared(
                        time.deadlines(),
                        queuedBytes,
                        new Turnstile(new Turnstile.Limits(0, 0, 0), time.deadlines()),
                        faults));
    }

    SocketIo io() {
        return server.socketIo();
    }

    Server server() {
        return server;
    }

    Chronicle chronicle() {
        return chronicle;
    }

    ManualTime time() {
        return time;
    }

    /** Lets three threads begin at the same moment, and waits for them. */
    void atOnce(Runnable first, Runnable second, Runnable third) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        for (Runnable action : List.of(first, second, third)) {
            running.add(crowd.submit(() -> {
                barrier.await();
                action.run();
                return action;
            }));
        }
        for (Future<?> each : running) {
            each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    /** A client that hears everything at once. */
    final class Racer {

        private final DrainingTransport transport;
        private final EngineSession session;

        Racer() {
            DrainingTransport[] made = new DrainingTransport[1];
            session = engine.open(
                    engine.newId(),
                    EngineUnderTest.handshake("192.0.2.1"),
                    link -> made[0] = new DrainingTransport(link, TransportKind.WEBSOCKET));
            transport = made[0];
        }

        EngineSession session() {
            return session;
        }

        void send(String... messages) {
            for (String message : messages) {
                ((EngineLink) session).received(transport, List.of(EnginePacket.text(message)));
            }
        }

        List<String> heard() {
            return transport.messages();
        }

        boolean hears(String beginning) {
            return heard().stream().anyMatch(message -> message.startsWith(beginning));
        }

        /** Connects and waits for the answer. */
        String connect() {
            send("0");
            await(() -> hears("0{"));
            return heard().get(0).substring(9, 29);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws InterruptedException {
        engine.stop();
        stop(crowd);
        stop(pool);
        assertThat(server.socketCount()).isZero();
        for (LocalNamespace namespace : server.namespaces().all()) {
            assertThat(namespace.isPermanent()).as(namespace.name()).isTrue();
            assertThat(namespace.crowd().rooms().count()).isZero();
        }
        assertThat(server.namespaces().countInFamilies()).isZero();
        assertThat(queuedBytes.used()).isZero();
        time.advance(Duration.ofSeconds(2));
        assertThat(time.deadlines().pending()).isZero();
        assertThat(faults.count(PeerFaults.Kind.FAILED_HANDLER)).isZero();
        assertThat(chronicle.went().stream().sorted())
                .isEqualTo(chronicle.came().stream().sorted().toList());
    }

    private static void stop(ExecutorService threads) throws InterruptedException {
        threads.shutdown();
        assertThat(threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
    }
}
