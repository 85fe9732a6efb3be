package io.tidings.boot;

import io.tidings.cluster.ClusterNode;
import io.tidings.engine.EngineListener;
import io.tidings.schedule.Deadline;
import io.tidings.schedule.Deadlines;
import io.tidings.socketio.Cluster;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/** Starts the server with the application that it is part of, and stops it with it. */
@WebListener
public class Start implements ServletContextListener {

    private static final Logger LOG = System.getLogger(Start.class.getName());

    // Containers make listeners by their default constructor and fill them afterwards.
    @Inject
    private Beans beans;

    @Inject
    private SocketIoBean socketIo;

    @Inject
    private Ticker ticker;

    @Inject
    private NodeStatus status;

    @Resource
    private @Nullable ContextService contexts;

    @Resource
    private @Nullable ManagedThreadFactory threads;

    private @Nullable Node node;
    private @Nullable ClusterNode cluster;
    private @Nullable Deadline advice;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        SettingReader reader =
                new SettingReader(new SettingSource(name -> Optional.ofNullable(context.getInitParameter(name))));
        Settings settings = new Settings(reader);
        Map<String, EngineListener> listeners = beans.listeners(settings.path());
        Deadlines deadlines = new Deadlines(System::nanoTime, settings.tick());
        Lanes lanes = new Lanes(executor(settings), contextService());
        Node started = new Node(context, settings, lanes, deadlines);
        if (listeners.putIfAbsent(settings.path(), socketIo.server()) == null) {
            ClusterChoice choice =
                    new ClusterChoice(new ClusterSetup(reader, context.getContextPath()), deadlines, threads());
            cluster = choice.node(settings.socketIo()).orElse(null);
            choice.forwarding().ifPresent(socketIo::forward);
            advice = choice.advice(lanes.pooled()).orElse(null);
            socketIo.start(
                    settings.socketIo(),
                    deadlines,
                    lanes.pooled(),
                    cluster == null ? Cluster.ALONE : cluster,
                    started.shared().faults());
        } else if (socketIo.hasHandlers()) {
            throw new IllegalStateException("An EngineListener bean wants the path " + settings.path()
                    + ", at which the Socket.IO handlers are served. Give it another one with @EnginePath, or set"
                    + " tidings.path.");
        }
        // Payara answers whether somebody has a role only for roles that have been declared.
        context.declareRoles(socketIo.roles().toArray(String[]::new));
        started.serve(listeners, beans, socketIo.roles());
        ticker.start(deadlines);
        node = started;
        status.watch(started);
        LOG.log(Level.INFO, "Tidings serves {0} below {1}/", listeners.keySet(), context.getContextPath());
    }

    private ManagedThreadFactory threads() {
        ManagedThreadFactory factory = threads;
        if (factory == null) {
            throw new IllegalStateException("The container has no managed threads (Jakarta Concurrency).");
        }
        return factory;
    }

    private ContextService contextService() {
        ContextService service = contexts;
        if (service == null) {
            throw new IllegalStateException("The container has no context service (Jakarta Concurrency).");
        }
        return service;
    }

    @SuppressWarnings("BanJNDI") // the name comes from the operator's settings, and the container answers
    private static ManagedExecutorService executor(Settings settings) {
        try {
            return InitialContext.doLookup(settings.executor());
        } catch (NamingException e) {
            throw new SettingException(
                    "tidings.executor", settings.executor(), "the JNDI name of a managed executor service");
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        Node stopping = node;
        node = null;
        status.watch(null);
        ClusterNode leaving = cluster;
        cluster = null;
        if (leaving != null) {
            leaving.retire();
        }
        Deadline unwanted = advice;
        advice = null;
        if (unwanted != null) {
            unwanted.cancel();
        }
        if (stopping != null) {
            stopping.stop();
        }
        if (leaving != null) {
            // After all sessions: what is said at their end is for other nodes, too.
            leaving.stop();
        }
        socketIo.stop();
        ticker.stop();
    }
}
