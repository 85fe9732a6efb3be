package io.tidings.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.LogLines;
import io.tidings.api.Admission;
import io.tidings.api.ArgumentException;
import io.tidings.api.HttpHandshake;
import io.tidings.api.PacketFilter;
import io.tidings.api.RefusedException;
import io.tidings.api.Socket;
import io.tidings.api.SocketIo;
import io.tidings.engine.Engine;
import io.tidings.engine.EngineSession;
import io.tidings.engine.EngineUnderTest;
import io.tidings.engine.FlushScope;
import io.tidings.engine.PeerFaults;
import io.tidings.engine.QueuedBytes;
import io.tidings.engine.RecordingTransport;
import io.tidings.engine.Tuning;
import io.tidings.engine.Turnstile;
import io.tidings.schedule.Deadlines;
import io.tidings.schedule.Lane;
import io.tidings.schedule.ManualTime;
import io.tidings.schedule.SteppedExecutor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server on a real engine, its time, its threads and its clients under the hand of a test. It starts with its first client. After
 * each test it checks what must hold whatever happened: nothing of anybody who has gone is left anywhere.
 */
final class ServerUnderTest implements BeforeEachCallback, AfterEachCallback {

    private static final Duration PONG_INTERVAL = Duration.ofSeconds(10);

    private final ManualTime time = new ManualTime();
    private final SteppedExecutor executor = new SteppedExecutor();
    private final PeerFaults faults = new PeerFaults(time);
    private final LogLines faultLines = new LogLines(PeerFaults.class);
    private final List<LogLines> errors = Stream.of(FlushScope.class, Lane.class, Deadlines.class, Mailbox.class)
            .map(LogLines::new)
            .toList();
    private final PlainCodec codec = new PlainCodec();
    private final Server server = new Server(codec);
    private final Chronicle chronicle = new Chronicle();
    private final List<Contributions.Scoped<Handlers>> handlers = new ArrayList<>();
    private final List<Contributions.Scoped<Admission>> admissions = new ArrayList<>();
    private final List<Contributions.Scoped<PacketFilter>> filters = new ArrayList<>();
    private final List<Client> clients = new ArrayList<>();
    private QueuedBytes queuedBytes = new QueuedBytes(100_000_000);
    private SocketNews news = chronicle;
    private Rules rules = new Rules();
    private Tuning tuning = new Tuning();
    private Cluster cluster = Cluster.ALONE;
    private long expectedFailures;
    private @Nullable Engine engine;

    // ---- before the start

    ServerUnderTest rules(Rules given) {
        rules = given;
        return this;
    }

    ServerUnderTest tune(Tuning given) {
        tuning = given;
        return this;
    }

    ServerUnderTest nodeLimit(long bytes) {
        queuedBytes = new QueuedBytes(bytes);
        return this;
    }

    ServerUnderTest cluster(Cluster given) {
        cluster = given;
        return this;
    }

    ServerUnderTest news(SocketNews given) {
        news = given;
        return this;
    }

    ServerUnderTest bean(Scope scope, Bean bean) {
        handlers.add(new Contributions.Scoped<>(scope, bean.handlers()));
        return this;
    }

    ServerUnderTest bean(String namespace, Bean bean) {
        return bean(new Scope.Named(namespace), bean);
    }

    ServerUnderTest admission(Scope scope, Admission admission) {
        admissions.add(new Contributions.Scoped<>(scope, admission));
        return this;
    }

    ServerUnderTest filter(Scope scope, PacketFilter filter) {
        filters.add(new Contributions.Scoped<>(scope, filter));
        return this;
    }

    // ---- what a test uses

    SocketIo io() {
        return server.socketIo();
    }

    Server server() {
        return server;
    }

    PlainCodec codec() {
        return codec;
    }

    Chronicle chronicle() {
        return chronicle;
    }

    ManualTime time() {
        return time;
    }

    /** Lets time pass in which all clients answer their pings. */
    void pass(Duration duration) {
        for (Duration left = duration; !left.isNegative(); left = left.minus(PONG_INTERVAL)) {
            time.advance(left.compareTo(PONG_INTERVAL) < 0 ? left : PONG_INTERVAL);
            clients.forEach(client -> client.transport().receive("3"));
        }
    }

    SteppedExecutor executor() {
        return executor;
    }

    long queuedBytes() {
        return queuedBytes.used();
    }

    int deadlines() {
        return time.deadlines().pending();
    }

    /** Says that the application has failed so often, as the test wanted, and gives what the log says of it. */
    List<String> failures(int count) {
        expectedFailures += count;
        assertThat(faults.count(PeerFaults.Kind.FAILED_HANDLER)).isEqualTo(expectedFailures);
        return faultLines.messages();
    }

    Client client() {
        return client(EngineUnderTest.handshake(EngineUnderTest.ADDRESS));
    }

    /** A client over a WebSocket, not connected to any namespace yet. */
    Client client(HttpHandshake handshake) {
        Engine running = started();
        RecordingTransport[] made = new RecordingTransport[1];
        EngineSession session =
                running.open(running.newId(), handshake, link -> made[0] = RecordingTransport.webSocket(link));
        Client client = new Client(session, made[0]);
        assertThat(client.received()).isEmpty();
        clients.add(client);
        return client;
    }

    /** The socket of that id in the main namespace. */
    Socket socket(String id) {
        return io().socket(id).orElseThrow();
    }

    Engine started() {
        Engine running = engine;
        if (running == null) {
            server.start(new Environment(
                    rules.settings(),
                    time.deadlines(),
                    executor,
                    new Contributions(handlers, admissions, filters, news, ServerUnderTest::wordsFor),
                    cluster,
                    faults));
            running = new Engine(
                    tuning.settings(),
                    server,
                    () -> Lane.direct(Runnable::run),
                    new Engine.Shared(
                            time.deadlines(),
                            queuedBytes,
                            new Turnstile(new Turnstile.Limits(0, 0, 0), time.deadlines()),
                            faults));
            engine = running;
        }
        return running;
    }

    private static Object wordsFor(Socket socket, String event, Throwable failure) {
        Map<String, @Nullable Object> words = new LinkedHashMap<>();
        boolean told = failure instanceof RefusedException || failure instanceof ArgumentException;
        words.put("error", told ? failure.getMessage() : "Internal error");
        if (failure instanceof RefusedException refusal && refusal.data() != null) {
            words.put("data", refusal.data());
        }
        return words;
    }

    // ---- before and after each test

    @Override
    public void beforeEach(ExtensionContext context) {
        faultLines.beforeEach(context);
        errors.forEach(lines -> lines.beforeEach(context));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        executor.release();
        nothingIsLeftOfThoseWhoHaveGone();
        if (engine != null) {
            engine.stop();
        }
        executor.release();
        nothingIsLeftAtAll();
        assertThat(faults.count(PeerFaults.Kind.FAILED_HANDLER))
                .as("failures of the application: %s", faultLines.messages())
                .isEqualTo(expectedFailures);
        faultLines.afterEach(context);
        errors.forEach(lines -> {
            assertThat(lines.records()).isEmpty();
            lines.afterEach(context);
        });
    }

    private void nothingIsLeftOfThoseWhoHaveGone() {
        for (LocalNamespace namespace : server.namespaces().all()) {
            namespace
                    .crowd()
                    .forEach(
                            Selection.ALL,
                            socket -> assertThat(socket.connection().session().isOpen())
                                    .isTrue());
        }
    }

    private void nothingIsLeftAtAll() {
        assertThat(server.socketCount()).isZero();
        for (LocalNamespace namespace : server.namespaces().all()) {
            assertThat(namespace.isPermanent()).as(namespace.name()).isTrue();
            assertThat(namespace.crowd().rooms().count()).isZero();
            assertThat(namespace.crowd().users().count()).isZero();
        }
        assertThat(server.namespaces().countInFamilies()).isZero();
        assertThat(queuedBytes.used()).isZero();
        // As long as the turnstile remembers addresses.
        time.advance(Duration.ofSeconds(2));
        assertThat(time.deadlines().pending()).isZero();
        assertThat(chronicle.went().stream().sorted())
                .isEqualTo(chronicle.came().stream().sorted().toList());
    }
}
