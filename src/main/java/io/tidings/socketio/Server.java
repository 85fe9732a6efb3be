package io.tidings.socketio;

import io.tidings.api.Argument;
import io.tidings.api.Push;
import io.tidings.api.SocketIo;
import io.tidings.engine.CloseReason;
import io.tidings.engine.EngineListener;
import io.tidings.engine.EngineSession;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.socketio.JsonString;
import io.tidings.protocol.socketio.Payload;
import io.tidings.schedule.Crew;
import io.tidings.schedule.Deadlines;
import io.tidings.schedule.Lane;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The Socket.IO server of one application. Namespaces can be asked for and given listeners as soon as it is made; clients come when it
 * has been started. Never blocks the engine's threads: what may block goes to the executor.
 */
public final class Server implements EngineListener {

    private static final int ID_BYTES = 15;
    private static final Duration LONGEST_PATIENCE = Duration.ofDays(365);

    private final ArgumentCodec codec;
    private final Argument noAuth;
    private final Namespaces namespaces = new Namespaces(this);
    private final SocketIo socketIo = new MainView(namespaces);
    private final OwnSockets own = new OwnSockets(this);
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong ackIds = new AtomicLong();
    private volatile @Nullable Started started;

    /** What there is once the server has been started. */
    private record Started(
            Environment environment, WireFormat format, Decisions decisions, Crew crew, ServerCalls serverCalls) {}

    public Server(ArgumentCodec codec) {
        this.codec = codec;
        this.noAuth = new RawArgument(Bytes.utf8("{}"), List.of(), codec);
    }

    /** Lets clients in; called once, before the first. */
    public void start(Environment environment) {
        SocketIoSettings settings = environment.settings();
        Decisions decisions = new Decisions(
                environment.executor(),
                environment.deadlines(),
                settings.connectTimeout(),
                failure -> failed("an admission, gate or filter", failure));
        started = new Started(
                environment,
                new DefaultFormat(settings.packets()),
                decisions,
                new Crew(environment.executor()),
                new ServerCalls(this, Lane.pooled(environment.executor())));
        namespaces.started();
        List<Contributions.Scoped<Handlers>> handlers = environment.beans().handlers();
        // Names first: one that a pattern matches, too, is a namespace of its own in whatever order the beans were
        // found.
        handlers.stream().filter(Server::isForAName).forEach(this::add);
        handlers.stream().filter(bean -> !isForAName(bean)).forEach(this::add);
        environment.cluster().start(own);
    }

    private static boolean isForAName(Contributions.Scoped<Handlers> bean) {
        return bean.scope() instanceof Scope.Named;
    }

    private void add(Contributions.Scoped<Handlers> bean) {
        audienceOf(bean.scope()).add(bean.what());
    }

    private Audience audienceOf(Scope scope) {
        if (scope instanceof Scope.Matching matching) {
            return namespaces.family(matching.pattern()).audience();
        }
        if (scope instanceof Scope.Behind behind) {
            return namespaces.family(behind.gate()).audience();
        }
        if (scope instanceof Scope.Named named) {
            return namespaces.of(named.name()).own();
        }
        throw new IllegalArgumentException("Handlers are for certain namespaces, not for all.");
    }

    /** As applications see it. */
    public SocketIo socketIo() {
        return socketIo;
    }

    /** Emits what somebody has fired. */
    public void push(Push push) {
        Selection selection = new Selection(push.rooms(), push.users(), push.except(), false, push.isVolatile(), true);
        namespaces
                .at(push.namespace())
                .broadcasts()
                .emit(selection, push.event(), push.arguments().toArray());
    }

    /** The sockets of this node that the application has not been told the end of. */
    public int socketCount() {
        int count = 0;
        for (LocalNamespace namespace : namespaces.all()) {
            count += namespace.crowd().size();
        }
        return count;
    }

    // ---- what the engine tells

    @Override
    public void opened(EngineSession session) {
        session.attach(new Connection(this, session));
    }

    @Override
    public void message(EngineSession session, EnginePacket message) {
        connection(session).received(message);
    }

    @Override
    public void closed(EngineSession session, CloseReason reason) {
        connection(session).closed(reason);
    }

    private static Connection connection(EngineSession session) {
        if (session.attachment() instanceof Connection connection) {
            return connection;
        }
        throw new IllegalStateException("a session that was never opened here");
    }

    @Override
    public boolean isNonBlocking() {
        return true;
    }

    // ---- what its parts need

    private Started started() {
        Started running = started;
        if (running == null) {
            throw new IllegalStateException("The server has not been started yet.");
        }
        return running;
    }

    boolean hasStarted() {
        return started != null;
    }

    ArgumentCodec codec() {
        return codec;
    }

    /** The auth object of a client that has sent none. */
    Argument noAuth() {
        return noAuth;
    }

    Namespaces namespaces() {
        return namespaces;
    }

    SocketIoSettings settings() {
        return started().environment().settings();
    }

    /** How long to wait: as somebody has said, else as the settings say; but not longer than a clock can count. */
    Duration patience(@Nullable Duration given) {
        Duration patience = given == null ? settings().ackTimeout() : given;
        return patience.compareTo(LONGEST_PATIENCE) > 0 ? LONGEST_PATIENCE : patience;
    }

    Deadlines deadlines() {
        return started().environment().deadlines();
    }

    Executor executor() {
        return started().environment().executor();
    }

    /** Those who call what may block, socket by socket. */
    Crew crew() {
        return started().crew();
    }

    /** The sockets of this node. */
    OwnSockets own() {
        return own;
    }

    ServerCalls serverCalls() {
        return started().serverCalls();
    }

    Contributions contributions() {
        return started().environment().beans();
    }

    WireFormat format() {
        return started().format();
    }

    Decisions decisions() {
        return started().decisions();
    }

    /** Before the start there is nobody to talk to, and nobody to talk with. */
    Cluster cluster() {
        Started running = started;
        return running == null ? Cluster.ALONE : running.environment().cluster();
    }

    /** Other than session ids these are public; random all the same, so that nobody can guess whom a room belongs to. */
    String newSocketId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The same counter for all sockets, because a broadcast is acknowledged under one id by all of them. */
    long nextAckId() {
        return ackIds.getAndIncrement();
    }

    Payload greeting(String socketId) {
        return Payload.of(Bytes.utf8("{\"sid\":\"" + socketId + "\"}"));
    }

    /** What a client is told that is not let in. */
    Payload refusal(String message, @Nullable Object data) {
        String words = "{\"message\":" + JsonString.quote(message);
        if (data != null) {
            try {
                return Payload.of(
                        Bytes.utf8(words + ",\"data\":" + codec.value(data).toUtf8String() + "}"));
            } catch (Throwable unwritable) {
                failed("the data of a refusal", unwritable);
            }
        }
        return Payload.of(Bytes.utf8(words + "}"));
    }

    /** Ends a stage of the application, whose dependents may block. */
    void complete(Runnable completion) {
        crew().execute(completion);
    }

    /** The application has failed; nobody else is to suffer from it. */
    void failed(String where, Throwable failure) {
        started().environment().faults().applicationFailed(where, failure);
    }
}
