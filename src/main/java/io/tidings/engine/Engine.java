package io.tidings.engine;

import io.tidings.api.HttpHandshake;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.engineio.Greeting;
import io.tidings.schedule.Deadlines;
import io.tidings.schedule.Lane;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** All sessions of one path: opens them, finds them by their id, and ends them when the application stops. */
public final class Engine {

    /** What the engines of an application have in common. */
    public record Shared(Deadlines deadlines, QueuedBytes queuedBytes, Turnstile turnstile, PeerFaults faults) {}

    private final EngineSettings settings;
    private final EngineListener listener;
    private final Supplier<Lane> lanes;
    private final Shared shared;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    public Engine(EngineSettings settings, EngineListener listener, Supplier<Lane> lanes, Shared shared) {
        this.settings = settings;
        this.listener = listener;
        this.lanes = lanes;
        this.shared = shared;
    }

    /** An id for a session that is about to be opened. */
    public SessionId newId() {
        return SessionId.random(random);
    }

    /** Opens a session for a handshake that has been checked, over the transport that the function makes for its link. */
    public EngineSession open(SessionId id, HttpHandshake handshake, Function<EngineLink, Transport> transports) {
        Session session = new Session(this, id, handshake, transports);
        shared.turnstile.entered(handshake.remoteAddress());
        sessions.put(session.id().value(), session);
        session.start();
        if (stopped) {
            // The sweep of stop() may have run before this session was there.
            session.close(CloseReason.SERVER_SHUTTING_DOWN);
        }
        return session;
    }

    /** The open session with that id; a session whose client is overdue is ended here instead of at the next tick. */
    public Optional<EngineLink> find(String id) {
        Session session = sessions.get(id);
        if (session != null && session.isOverdue()) {
            session.close(CloseReason.PING_TIMEOUT);
            return Optional.empty();
        }
        return Optional.ofNullable(session);
    }

    public int sessionCount() {
        return sessions.size();
    }

    /** Ends all sessions, and every one that is opened after this. */
    public void stop() {
        stopped = true;
        for (Session session : sessions.values()) {
            session.close(CloseReason.SERVER_SHUTTING_DOWN);
        }
    }

    public EngineSettings settings() {
        return settings;
    }

    public Deadlines deadlines() {
        return shared.deadlines;
    }

    public Turnstile turnstile() {
        return shared.turnstile;
    }

    public PeerFaults faults() {
        return shared.faults;
    }

    QueuedBytes queuedBytes() {
        return shared.queuedBytes;
    }

    EngineListener listener() {
        return listener;
    }

    Lane newLane() {
        return lanes.get();
    }

    EnginePacket greeting(SessionId id, TransportKind kind) {
        boolean offersUpgrade = kind == TransportKind.POLLING && settings.canUpgrade();
        List<String> upgrades = offersUpgrade ? List.of(TransportKind.WEBSOCKET.wireName()) : List.of();
        return new Greeting(
                        id.value(), upgrades, settings.pingInterval(), settings.pingTimeout(), settings.maxPayload())
                .packet();
    }

    void remove(Session session, CloseReason reason) {
        if (sessions.remove(session.id().value(), session)) {
            shared.turnstile.left(session.handshake().remoteAddress());
        }
        if (reason.isFault()) {
            shared.faults.note(
                    PeerFaults.Kind.CLOSED_SESSION,
                    () -> reason.words() + ", client " + session.handshake().remoteAddress());
        }
    }
}
