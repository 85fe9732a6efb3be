package io.tidings.boot;

import io.tidings.engine.Engine;
import io.tidings.engine.EngineListener;
import io.tidings.engine.PeerFaults;
import io.tidings.engine.QueuedBytes;
import io.tidings.engine.Turnstile;
import io.tidings.schedule.Deadlines;
import io.tidings.transport.Doorman;
import io.tidings.transport.EngineServlet;
import io.tidings.transport.http.AnswerHeaders;
import io.tidings.transport.http.Origins;
import io.tidings.transport.http.SessionCookie;
import io.tidings.transport.polling.PollingDoor;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.ArrayList;
import java.util.List;

/** All engines of one application and what they share, from deployment to undeployment. */
final class Node {

    private final ServletContext context;
    private final Settings settings;
    private final Lanes lanes;
    private final Carriers carriers;
    private final Engine.Shared shared;
    private final List<Engine> engines = new ArrayList<>();

    Node(ServletContext context, Settings settings, Lanes lanes, Deadlines deadlines) {
        this.context = context;
        this.settings = settings;
        this.lanes = lanes;
        this.carriers = new Carriers(context, settings, deadlines);
        this.shared = new Engine.Shared(
                deadlines,
                new QueuedBytes(settings.queuedBytes()),
                new Turnstile(settings.turnstile(), deadlines),
                new PeerFaults(System::nanoTime));
    }

    /** Serves a listener at a path. */
    void serve(String path, EngineListener listener, Beans beans) {
        Engine engine = new Engine(settings.engine(), listener, lanes.lanesFor(listener), shared);
        engines.add(engine);
        EngineServlet servlet = new EngineServlet(new EngineServlet.Parts(
                engine,
                new Doorman(engine, beans.handshakeChecks()),
                new Origins(settings.origins()),
                new AnswerHeaders(beans.responseHeaders()),
                new SessionCookie(settings.cookie()),
                new PollingDoor(engine, settings.compression(), settings.bodyTimeout()),
                carriers.selection()));
        ServletRegistration.Dynamic registration = context.addServlet("tidings " + path, servlet);
        if (registration == null) {
            throw new IllegalStateException("The application has a servlet of its own named 'tidings " + path + "'.");
        }
        registration.setAsyncSupported(true);
        registration.setLoadOnStartup(1);
        if (!registration.addMapping(path, path + "/").isEmpty()) {
            throw new IllegalStateException(
                    "The application serves " + path + " itself; set tidings.path to another path.");
        }
    }

    void stop() {
        engines.forEach(Engine::stop);
    }
}
