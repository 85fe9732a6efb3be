package io.tidings.bench;

import io.tidings.api.HttpHandshake;
import io.tidings.api.Socket;
import io.tidings.api.SocketIo;
import io.tidings.engine.Engine;
import io.tidings.engine.EngineLink;
import io.tidings.engine.PeerFaults;
import io.tidings.engine.QueuedBytes;
import io.tidings.engine.Tuning;
import io.tidings.engine.Turnstile;
import io.tidings.engine.UnheardTransport;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.socketio.PacketLimits;
import io.tidings.schedule.Deadlines;
import io.tidings.schedule.Lane;
import io.tidings.socketio.Cluster;
import io.tidings.socketio.Contributions;
import io.tidings.socketio.Environment;
import io.tidings.socketio.PlainCodec;
import io.tidings.socketio.Server;
import io.tidings.socketio.SocketIoSettings;
import io.tidings.socketio.SocketIoSettings.ClientLimits;
import io.tidings.socketio.SocketNews;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a connected socket costs that does nothing: engine and Socket.IO layer, without network and without what its client has said.
 */
record SimulatedSockets(int sockets) implements Benchmark {

    private static final int CLASSES_SHOWN = 30;
    private static final HttpHandshake HANDSHAKE =
            new HttpHandshake(Instant.EPOCH, "192.0.2.1", false, "/socket.io/", List.of(), List.of(), null, Set.of());

    @Override
    public String run(Progress progress) {
        Table table = new Table("socket", "sockets", "bytes each");
        String classes = row(table, "served by beans", socket -> {}, progress);
        row(table, "with two listeners of its own", SimulatedSockets::listen, progress);
        row(
                table,
                "in a room of its own, too",
                socket -> {
                    listen(socket);
                    socket.join("room of " + socket.id());
                },
                progress);
        return table + "\n" + classes;
    }

    private static void listen(Socket socket) {
        socket.on("say", (arguments, ack) -> {});
        socket.onDisconnect(reason -> {});
    }

    private String row(Table table, String label, Consumer<Socket> onConnect, Progress progress) {
        progress.say("connecting " + sockets + " sockets " + label);
        Simulation simulation = new Simulation(onConnect);
        simulation.connect(1_000);
        LiveHeap before = heap();
        simulation.connect(sockets);
        LiveHeap after = heap();
        simulation.stop(sockets + 1_000);
        table.row(label, Table.whole(sockets), Table.whole((double) (after.bytes() - before.bytes()) / sockets));
        Table classes = new Table("class", "instances each", "bytes each");
        after.growth(before, CLASSES_SHOWN)
                .forEach(entry -> classes.row(
                        "`" + entry.getKey() + "`",
                        Table.decimal((double) entry.getValue().instances() / sockets),
                        Table.whole((double) entry.getValue().bytes() / sockets)));
        return classes.toString();
    }

    private static LiveHeap heap() {
        return LiveHeap.of(ProcessHandle.current().pid());
    }

    /** A server, and clients that connect to its main namespace and are never heard of again. */
    private static final class Simulation {

        private final Deadlines deadlines = new Deadlines(System::nanoTime, Duration.ofMillis(50));
        private final Server server = new Server(new PlainCodec());
        private final Engine engine;

        Simulation(Consumer<Socket> onConnect) {
            PeerFaults faults = new PeerFaults(System::nanoTime);
            server.start(new Environment(
                    new SocketIoSettings(
                            Duration.ofSeconds(45),
                            Duration.ofSeconds(10),
                            Duration.ofSeconds(30),
                            PacketLimits.ofPayload(1_000_000),
                            new ClientLimits(64, 10_000, 1_000, 256, 1_024, 10_000)),
                    deadlines,
                    Runnable::run,
                    new Contributions(
                            List.of(), List.of(), List.of(), SocketNews.NONE, (socket, event, failure) -> "failed"),
                    Cluster.ALONE,
                    faults));
            SocketIo io = server.socketIo();
            io.onConnect(onConnect);
            engine = new Engine(
                    new Tuning().settings(),
                    server,
                    () -> Lane.direct(Runnable::run),
                    new Engine.Shared(
                            deadlines,
                            new QueuedBytes(1_000_000_000),
                            new Turnstile(new Turnstile.Limits(0, 0, 0), deadlines),
                            faults));
        }

        void connect(int count) {
            for (int i = 0; i < count; i++) {
                EngineLink link = (EngineLink) engine.open(engine.newId(), HANDSHAKE, UnheardTransport::new);
                link.received(link.transport(), List.of(EnginePacket.text("0")));
            }
        }

        void stop(int expected) {
            if (server.socketCount() != expected) {
                throw new IllegalStateException(server.socketCount() + " sockets instead of " + expected);
            }
            engine.stop();
        }
    }
}
