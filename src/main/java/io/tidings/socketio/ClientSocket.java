package io.tidings.socketio;

import io.tidings.api.Answers;
import io.tidings.api.AnyListener;
import io.tidings.api.Arguments;
import io.tidings.api.Broadcast;
import io.tidings.api.DisconnectReason;
import io.tidings.api.Emission;
import io.tidings.api.Handshake;
import io.tidings.api.Namespace;
import io.tidings.engine.CloseReason;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.socketio.SocketPacket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One client in one namespace. */
final class ClientSocket implements SocketWords {

    private enum Phase {
        /** Somebody decides whether it may connect. */
        CANDIDATE,
        /** It is known to the namespace, but its client does not know yet. */
        ADMITTED,
        CONNECTED,
        ENDED
    }

    private final Server server;
    private final Connection connection;
    private final LocalNamespace namespace;
    private final Handshake handshake;
    private final String id;
    private final Mailbox mailbox;
    private final PendingAcks acks;
    private final Presence presence;
    private final Identity identity;

    /** Written under the lock of this. */
    private volatile Phase phase = Phase.CANDIDATE;

    private volatile boolean dropsWhatArrived;
    private volatile @Nullable Listeners listeners;

    ClientSocket(Server server, Connection connection, LocalNamespace namespace, Handshake handshake) {
        this.server = server;
        this.connection = connection;
        this.namespace = namespace;
        this.handshake = handshake;
        this.id = server.newSocketId();
        this.mailbox = new Mailbox(server.executor(), () -> connection.session().close(CloseReason.OVERLOADED));
        this.acks = new PendingAcks(this, server.settings().limits().pendingAcks());
        this.presence = new Presence(this, server);
        this.identity = new Identity(handshake.http());
    }

    // ---- what it is

    @Override
    public String id() {
        return id;
    }

    @Override
    public Handshake handshake() {
        return handshake;
    }

    @Override
    public Namespace namespace() {
        return namespace;
    }

    LocalNamespace room() {
        return namespace;
    }

    @Override
    public boolean isConnected() {
        return phase == Phase.CONNECTED;
    }

    boolean isCandidate() {
        return phase == Phase.CANDIDATE;
    }

    boolean hasEnded() {
        return phase == Phase.ENDED;
    }

    /** Whether events that have arrived are still to be handled: also after the client has gone, but not once this side has had enough. */
    boolean takesEvents() {
        return !dropsWhatArrived;
    }

    @Override
    public String transport() {
        return connection.session().transportKind().wireName();
    }

    @Override
    public Presence presence() {
        return presence;
    }

    @Override
    public Identity identity() {
        return identity;
    }

    boolean isInAny(Set<String> rooms) {
        return presence.isInAny(rooms);
    }

    PendingAcks acks() {
        return acks;
    }

    Connection connection() {
        return connection;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    @Override
    public Listeners listeners() {
        Listeners those = listeners;
        return those != null ? those : madeListeners();
    }

    private synchronized Listeners madeListeners() {
        Listeners those = listeners == null ? new Listeners() : listeners;
        listeners = those;
        return those;
    }

    @Nullable
    Listeners listenersIfAny() {
        return listeners;
    }

    // ---- its life

    /** Its client has been let in. */
    void connect() {
        synchronized (this) {
            if (phase != Phase.CANDIDATE) {
                return;
            }
            phase = Phase.ADMITTED;
            presence.begin();
            mailbox.put(new Life(server, this)::connected);
        }
        connection.send(SocketPacket.connect(namespace.name(), server.greeting(id)));
        synchronized (this) {
            if (phase == Phase.ADMITTED) {
                phase = Phase.CONNECTED;
            }
        }
        mailbox.start();
    }

    /** It was a candidate and is not let in. */
    void abandon() {
        synchronized (this) {
            phase = Phase.ENDED;
        }
        acks.end();
        server.namespaces().leave(namespace);
    }

    @Override
    public void disconnect(boolean close) {
        if (close) {
            connection.close();
        } else if (end(DisconnectReason.SERVER_NAMESPACE_DISCONNECT)) {
            connection.send(SocketPacket.disconnect(namespace.name()));
        }
    }

    /** Ends it; false if it had ended before, or had never begun. */
    boolean end(DisconnectReason reason) {
        synchronized (this) {
            if (phase == Phase.ENDED || phase == Phase.CANDIDATE) {
                return false;
            }
            phase = Phase.ENDED;
            dropsWhatArrived = Life.isOurDecision(reason);
            mailbox.put(new Life(server, this).disconnected(reason));
        }
        acks.end();
        mailbox.start();
        return true;
    }

    /** It has left everything; nobody knows it any more. */
    void forget() {
        presence.end();
        server.namespaces().leave(namespace);
    }

    // ---- what its client sends

    void received(SocketPacket packet) {
        if (phase == Phase.ENDED || phase == Phase.CANDIDATE) {
            return;
        }
        switch (packet.type()) {
            case EVENT -> new ReceivedEvent(server, this, packet).arrive();
            case ACK -> acks.answered(packet.ackId(), packet.payload());
            case DISCONNECT -> end(DisconnectReason.CLIENT_NAMESPACE_DISCONNECT);
            case CONNECT, CONNECT_ERROR -> throw new IllegalStateException("not for a socket: " + packet.type());
        }
    }

    // ---- what its client is sent

    @Override
    public Broadcast broadcast() {
        return namespace.everybody().except(id);
    }

    @Override
    public Emission emission() {
        return new SocketEmission(this, false, true, null);
    }

    void emit(SocketEmission how, String event, @Nullable Object[] arguments) {
        Delivery delivery = delivery(how, event, arguments);
        if (isConnected()) {
            deliver(delivery);
        } else {
            refuseIfCandidate();
        }
    }

    private Delivery delivery(SocketEmission how, String event, @Nullable Object[] arguments) {
        return new Delivery(
                server, namespace.name(), how.isVolatile(), how.isCompressed(), EventNames.checked(event), arguments);
    }

    private void refuseIfCandidate() {
        if (isCandidate()) {
            throw new IllegalStateException(
                    "The socket is not connected yet: nothing can be sent before it is admitted.");
        }
    }

    CompletionStage<Arguments> ask(SocketEmission how, String event, @Nullable Object[] arguments) {
        refuseIfCandidate();
        Question question = new Question(server);
        long ackId = server.nextAckId();
        Delivery delivery = delivery(how, event, arguments).under(ackId);
        delivery.payload();
        if (acks.add(ackId, question)) {
            Duration given = how.patience();
            Duration patience = given == null ? server.settings().ackTimeout() : given;
            question.endWith(server.deadlines().after(patience, () -> acks.miss(ackId, Answers.Reason.TIMED_OUT)));
            deliver(delivery);
        }
        return question.answer();
    }

    /** Sends what many may be sent. */
    void deliver(Delivery delivery) {
        if (delivery.isVolatile() && !connection.session().isWritable()) {
            delivery.lostFor(this);
            return;
        }
        Listeners those = listeners;
        if (those != null) {
            tell(those.outgoing(), delivery);
        }
        List<EnginePacket> messages = delivery.messages();
        connection.send(messages);
    }

    private void tell(List<AnyListener> outgoing, Delivery delivery) {
        for (AnyListener listener : outgoing) {
            try {
                listener.handle(delivery.event(), delivery.arguments());
            } catch (Throwable failure) {
                server.failed("a listener to outgoing events, socket " + id, failure);
            }
        }
    }

    /** Names what is no secret: neither the session nor anything that the client has said. */
    @Override
    public String toString() {
        return "Socket[" + id + " in " + namespace.name() + "]";
    }
}
