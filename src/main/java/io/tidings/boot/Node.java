package io.tidings.boot;

import io.tidings.api.spi.HandshakeCheck;
import io.tidings.engine.Engine;
import io.tidings.engine.EngineListener;
import io.tidings.engine.PeerFaults;
import io.tidings.engine.QueuedBytes;
import io.tidings.engine.Turnstile;
import io.tidings.schedule.Deadlines;
import io.tidings.socketio.Server;
import io.tidings.transport.Doorman;
import io.tidings.transport.EngineServlet;
import io.tidings.transport.client.ClientFiles;
import io.tidings.transport.client.ClientServlet;
import io.tidings.transport.http.AnswerHeaders;
import io.tidings.transport.http.Origins;
import io.tidings.transport.http.SessionCookie;
import io.tidings.transport.polling.PollingDoor;
import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All engines of one application and what they share, from deployment to undeployment. */
final class Node {

    private static final Duration FAREWELL = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final ServletContext context;
    private final Servlets servlets;
    private final Settings settings;
    private final Lanes lanes;
    private final Engine.Shared shared;
    private final List<Engine> engines = new ArrayList<>();
    private final List<Server> servers = new ArrayList<>();
    private @Nullable Carriers carriers;

    Node(ServletContext context, Settings settings, Lanes lanes, Deadlines deadlines) {
        this.context = context;
        this.servlets = new Servlets(context);
        this.settings = settings;
        this.lanes = lanes;
        this.shared = new Engine.Shared(
                deadlines,
                new QueuedBytes(settings.queuedBytes()),
                new Turnstile(settings.turnstile(), deadlines),
                new PeerFaults(System::nanoTime));
    }

    /** Serves each listener at its path, and the browser client beside Socket.IO. */
    void serve(Map<String, EngineListener> listeners, Beans beans, Set<String> roles) {
        Carriers chosen = Carriers.of(context, settings, shared.deadlines(), lanes.pooled());
        carriers = chosen;
        AnswerHeaders headers = new AnswerHeaders(beans.responseHeaders());
        List<HandshakeCheck> checks = beans.handshakeChecks();
        listeners.forEach((path, listener) -> {
            serve(path, listener, new Entry(checks, roles), headers, chosen);
            if (listener instanceof Server server) {
                servers.add(server);
                serveClient(path);
            }
        });
        chosen.selfTest().ifPresent(selfTest -> {
            Carriers tested = Carriers.upgradeOnly(settings, shared.deadlines());
            Entry entry = new Entry(List.of(selfTest.check()), Set.of());
            serve(SelfTest.PATH, SelfTest.echo(), entry, new AnswerHeaders(List.of()), tested);
        });
    }

    /** Who may come in, and which of their roles are to be remembered. */
    private record Entry(List<HandshakeCheck> checks, Set<String> roles) {}

    private void serve(String path, EngineListener listener, Entry entry, AnswerHeaders headers, Carriers those) {
        Engine engine = new Engine(settings.engine(), listener, lanes.lanesFor(listener), shared);
        engines.add(engine);
        EngineServlet servlet = new EngineServlet(new EngineServlet.Parts(
                engine,
                new Doorman(engine, entry.checks(), entry.roles()),
                new Origins(settings.origins()),
                headers,
                new SessionCookie(settings.cookie()),
                new PollingDoor(engine, settings.compression(), settings.bodyTimeout()),
                those::seen,
                those::current));
        servlets.add(path, servlet, List.of(path, path + "/"), "set tidings.path to another path");
    }

    private void serveClient(String path) {
        if (!settings.serveClient()) {
            return;
        }
        ClientFiles files = ClientFiles.ofThisJar();
        servlets.addInsteadOfFiles(
                path + " client",
                new ClientServlet(files, new Origins(settings.origins())),
                files.names().stream().map(name -> path + "/" + name).toList(),
                "take that away, or set tidings.serve-client to false");
    }

    Engine.Shared shared() {
        return shared;
    }

    /** Sockets whose end the application has not been told yet. */
    int sockets() {
        return servers.stream().mapToInt(Server::socketCount).sum();
    }

    int outstandingTickets() {
        return carriers == null ? 0 : carriers.outstandingTickets();
    }

    /**
     * Ends all sessions. Clients have a moment to answer the good-bye, and the application to hear of the end of its sockets; then every connection is cut, because one that stayed
     * open would keep the application's classes alive.
     */
    void stop() {
        engines.forEach(Engine::stop);
        Deadlines deadlines = shared.deadlines();
        long end = System.nanoTime() + FAREWELL.toNanos();
        try {
            while ((deadlines.pending() > 0 || sockets() > 0) && System.nanoTime() - end < 0) {
                Thread.sleep(LOOK_AGAIN.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        deadlines.expireAll();
    }
}
