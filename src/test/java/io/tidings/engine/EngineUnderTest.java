package io.tidings.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.HttpHandshake;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.schedule.Deadlines;
import io.tidings.schedule.Lane;
import io.tidings.schedule.ManualTime;
import io.tidings.schedule.SteppedExecutor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An engine without a server, its time and its threads under the hand of a test. After each test it checks what must hold
 * whatever happened: nothing of a session that has ended is left anywhere, and every listener was told so once.
 */
public final class EngineUnderTest implements AfterEachCallback {

    public static final String ADDRESS = "192.0.2.1";
    private static final long NODE_LIMIT = 100_000_000;

    private final ManualTime time = new ManualTime();
    private final SteppedExecutor executor = new SteppedExecutor();
    private final RecordingListener listener = new RecordingListener();
    private final PeerFaults faults = new PeerFaults(time);
    private QueuedBytes queuedBytes = new QueuedBytes(NODE_LIMIT);
    private Supplier<Lane> lanes = () -> Lane.pooled(executor);
    private Turnstile turnstile = new Turnstile(new Turnstile.Limits(0, 0, 0), time.deadlines());
    private Engine engine = engineWith(new Tuning());

    /** Replaces the engine by one with other settings, before it has a session. */
    public EngineUnderTest tune(Tuning tuning) {
        engine = engineWith(tuning);
        return this;
    }

    /** The listener is called on the thread that reads, whatever the executor does. */
    EngineUnderTest onReadingThread() {
        lanes = () -> Lane.direct(Runnable::run);
        return tune(new Tuning());
    }

    EngineUnderTest nodeLimit(long bytes) {
        queuedBytes = new QueuedBytes(bytes);
        return tune(new Tuning());
    }

    public EngineUnderTest turnstile(Turnstile.Limits limits) {
        turnstile = new Turnstile(limits, time.deadlines());
        return tune(new Tuning());
    }

    private Engine engineWith(Tuning tuning) {
        return new Engine(
                tuning.settings(),
                listener,
                lanes,
                new Engine.Shared(time.deadlines(), queuedBytes, turnstile, faults));
    }

    public Engine engine() {
        return engine;
    }

    public ManualTime time() {
        return time;
    }

    public Deadlines deadlines() {
        return time.deadlines();
    }

    public SteppedExecutor executor() {
        return executor;
    }

    public RecordingListener listener() {
        return listener;
    }

    public PeerFaults faults() {
        return faults;
    }

    public long queuedBytes() {
        return queuedBytes.used();
    }

    /** Opens a session over whatever the function makes. */
    public EngineSession open(Function<EngineLink, Transport> transports) {
        return engine.open(engine.newId(), handshake(ADDRESS), transports);
    }

    public static HttpHandshake handshake(String address) {
        return new HttpHandshake(Instant.EPOCH, address, false, "/engine.io/", List.of(), List.of(), null, Set.of());
    }

    /** A session over a WebSocket that has been greeted. */
    Wired openWebSocket() {
        return wired(RecordingTransport::webSocket);
    }

    /** A session over long polling that has been greeted. */
    Wired openPolling() {
        return wired(RecordingTransport::polling);
    }

    private Wired wired(Function<EngineLink, RecordingTransport> transports) {
        RecordingTransport[] made = new RecordingTransport[1];
        EngineSession session = open(link -> made[0] = transports.apply(link));
        assertThat(made[0].sent()).first().asString().startsWith("0{");
        return new Wired(session, (EngineLink) session, made[0]);
    }

    /** A session with both of its ends. */
    record Wired(EngineSession session, EngineLink link, RecordingTransport transport) {

        boolean send(String text) {
            return session.send(EnginePacket.text(text));
        }

        /** A second transport, on which the client has not said anything yet. */
        RecordingTransport startUpgrade() {
            RecordingTransport probing = RecordingTransport.webSocket(link);
            assertThat(link.startUpgrade(probing)).isTrue();
            return probing;
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        executor.release();
        listener.all().keySet().stream()
                .filter(session -> session.closeReason().isPresent())
                .forEach(
                        session -> assertThat(engine.find(session.id().value())).isEmpty());
        engine.stop();
        executor.release();
        assertThat(engine.sessionCount()).isZero();
        assertThat(turnstile.openSessions()).isZero();
        assertThat(queuedBytes.used()).isZero();
        // Long enough for what may outlive a session a little: a closing handshake, the sweep of the turnstile.
        time.advance(Duration.ofSeconds(6));
        assertThat(deadlines().pending()).isZero();
        assertThat(turnstile.knownAddresses()).isZero();
        listener.all().values().forEach(EngineUnderTest::checkStory);
    }

    private static void checkStory(List<String> events) {
        assertThat(events).startsWith("opened").containsOnlyOnce("opened");
        assertThat(events.stream().filter(event -> event.startsWith("closed: ")))
                .hasSize(1);
        assertThat(events.get(events.size() - 1)).startsWith("closed: ");
    }
}
