package io.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.server.AppServer;
import io.tidings.server.ServerKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** A server under attack, with witnesses on it, and what it looked like before. */
final class Node implements AutoCloseable {

    private static final Duration CALM = Duration.ofSeconds(25);
    private static final int WITNESSES = 2;
    private static final int SOCKETS_OF_WITNESS = 2;
    /** Each witness has its heartbeat, and the turnstile may be about to sweep. */
    private static final int DEADLINES_AT_REST = WITNESSES + 1;

    private final Setup setup;
    private final AppServer server;
    private final Http http;
    private final Witness witness;
    private final Witness socketIoWitness;
    private final ServerLog log;
    private final Footprint before;

    Node(Setup setup) {
        this.setup = setup;
        this.server = setup.start();
        this.http = new Http(server.launch().port());
        warmUp();
        this.witness = Witness.ofEngine(http.port());
        this.socketIoWitness = Witness.ofSocketIo(http.port());
        this.log = new ServerLog(server.process());
        this.before = Footprint.of(server.process());
    }

    /** Lets the server start the threads and fill the pools that it keeps anyway. */
    private void warmUp() {
        List<WebSocketWire> webSockets = new ArrayList<>();
        List<Tcp> polls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            webSockets.add(WebSocketWire.session(
                    http.port(), "/pooled/?EIO=4&transport=websocket", "Origin: http://localhost"));
            polls.add(Tcp.to(http.port()).send(Http.head("GET", "/pooled/?EIO=4&transport=polling")));
        }
        webSockets.forEach(webSocket -> webSocket.text("4" + "w".repeat(60_000)));
        webSockets.forEach(webSocket -> webSocket.connection().reset());
        polls.forEach(poll -> {
            Answer.from(poll);
            poll.close();
        });
        await("sessions of the warm-up to end", () -> status("sessions") == 0);
    }

    Setup setup() {
        return setup;
    }

    boolean isOnWildFly() {
        return ServerKind.underTest() == ServerKind.WILDFLY;
    }

    boolean carriesBy(Setup carrier) {
        return setup == carrier;
    }

    Http http() {
        return http;
    }

    int port() {
        return http.port();
    }

    ServerLog log() {
        return log;
    }

    AppServer server() {
        return server;
    }

    /** One of the numbers of the status page. */
    long status(String name) {
        String page = http.get("/status").body();
        return page.lines()
                .filter(line -> line.startsWith(name + "="))
                .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + page));
    }

    /** Open sessions of all but the witnesses. */
    long strangers() {
        return status("sessions") - WITNESSES;
    }

    /** The witnesses are served while others misbehave. */
    void assertEcho() {
        Measurements.note(setup + ": echo of the witnesses meanwhile " + echo());
    }

    private String echo() {
        return witness.echo() + " ms, over Socket.IO " + socketIoWitness.echo() + " ms";
    }

    /** What must hold after every vector, whatever came over the wire. */
    void assertUnharmed() {
        String latency = echo();
        await("all sessions but those of the witnesses to end", () -> strangers() == 0);
        await("all sockets but those of the witness to end", () -> status("sockets") == SOCKETS_OF_WITNESS);
        await("all deadlines to be gone", () -> status("deadlines") <= DEADLINES_AT_REST);
        await("all tickets to be gone", () -> status("tickets") == 0);
        await("all that arrived to be handled", () -> status("queued") == 0);
        log.assertClean();
        Measurements.note(setup + ": echo of the witnesses " + latency);
    }

    boolean hasItsFilesBack() {
        return server.process().probe().openFiles() <= before.mostFiles();
    }

    /** What must hold after all vectors of a class; costs a full collection. */
    void assertNothingLeftBehind() {
        await("files to be closed", this::hasItsFilesBack);
        Footprint now = Footprint.of(server.process());
        Measurements.note(setup + ": before " + before + ", now " + now);
        assertThat(now.threads()).as("threads").isLessThanOrEqualTo(before.mostThreads());
        assertThat(now.heap()).as("bytes of live heap").isLessThanOrEqualTo(before.mostHeap(setup));
    }

    /** Waits for something that has to come about, and fails when it does not. */
    void await(String what, BooleanSupplier condition) {
        await(what, CALM, condition);
    }

    void await(String what, Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("waited in vain for " + what + "; now "
                        + http.get("/status").body());
            }
            pause(50);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        witness.close();
        socketIoWitness.close();
        server.close();
    }

    @Override
    public String toString() {
        return setup.name().toLowerCase(Locale.ROOT);
    }
}
