package io.tidings.boot;

import io.tidings.api.SocketIo;
import io.tidings.cdi.ApplicationBeans;
import io.tidings.cdi.Pushes;
import io.tidings.engine.PeerFaults;
import io.tidings.json.JsonArguments;
import io.tidings.schedule.Deadlines;
import io.tidings.socketio.ArgumentCodec;
import io.tidings.socketio.Cluster;
import io.tidings.socketio.Contributions;
import io.tidings.socketio.Environment;
import io.tidings.socketio.Server;
import io.tidings.socketio.SocketIoSettings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The Socket.IO server of the application: there to be injected before it has been started, too. */
@ApplicationScoped
public class SocketIoBean {

    @Inject
    private ApplicationBeans beans;

    @Inject
    private Pushes pushes;

    private ArgumentCodec codec;
    private Server server;
    private @Nullable Forwarding forwarding;

    @PostConstruct
    void make() {
        codec = beans.jsonb().map(JsonArguments::new).orElseGet(JsonArguments::new);
        server = new Server(codec);
    }

    /** Itself rather than a proxy, which would cost every call more than a small message costs. */
    @Produces
    @Dependent
    SocketIo socketIo() {
        return server.socketIo();
    }

    Server server() {
        return server;
    }

    boolean hasHandlers() {
        return beans.hasHandlers();
    }

    /** The roles that somebody will ask for. */
    Set<String> roles() {
        return beans.roles();
    }

    /** What others are told from the start on. */
    void forward(Forwarding given) {
        forwarding = given;
    }

    void start(SocketIoSettings settings, Deadlines deadlines, Executor executor, Cluster cluster, PeerFaults faults) {
        server.start(new Environment(settings, deadlines, executor, contributions(), cluster, faults));
        pushes.connect(server::push);
    }

    private Contributions contributions() {
        Contributions own = beans.contributions(codec);
        return forwarding == null ? own : own.with(forwarding.start(own.news(), codec));
    }

    void stop() {
        pushes.disconnect();
        if (forwarding != null) {
            forwarding.stop();
        }
    }
}
