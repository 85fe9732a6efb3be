package io.tidings.socketio;

import io.tidings.api.Broadcast;
import io.tidings.api.DisconnectReason;
import io.tidings.api.Emission;
import io.tidings.api.Handshake;
import io.tidings.api.Namespace;
import io.tidings.engine.CloseReason;
import io.tidings.engine.LogText;
import io.tidings.protocol.socketio.SocketPacket;
import io.tidings.schedule.Crew;
import org.jspecify.annotations.Nullable;

/** One client in one namespace; counted there as a guest from its making until it is abandoned or forgotten. */
final class ClientSocket implements SocketWords {

    private enum Phase {
        /** Somebody decides whether it may connect. */
        CANDIDATE,
        /** It is known to the namespace, but its client does not know yet. */
        ADMITTED,
        CONNECTED,
        ENDED
    }

    private final Connection connection;
    private final LocalNamespace namespace;
    private final Handshake handshake;
    private final String id;
    private final Mailbox mailbox = new Mailbox(this);
    private final Presence presence = new Presence(this);

    // Written under the lock of this.
    private volatile Phase phase = Phase.CANDIDATE;
    private volatile @Nullable Listeners listeners;
    private volatile @Nullable PendingAcks acks;

    private volatile boolean dropsWhatArrived;

    /** Touched only by the tasks of the mailbox. */
    private boolean isAnnounced;

    ClientSocket(Connection connection, LocalNamespace namespace, Handshake handshake) {
        this.connection = connection;
        this.namespace = namespace;
        this.handshake = handshake;
        this.id = server().newSocketId();
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

    Server server() {
        return namespace.server();
    }

    @Override
    public boolean isConnected() {
        return phase == Phase.CONNECTED;
    }

    boolean isCandidate() {
        return phase.compareTo(Phase.CONNECTED) < 0;
    }

    boolean hasEnded() {
        return phase == Phase.ENDED;
    }

    /** Whether events that have arrived are still to be handled: also after the client has gone, but not once this side has had enough. */
    boolean takesEvents() {
        return !dropsWhatArrived;
    }

    /** Whether the application has been told that it has connected, and so is to be told that it has disconnected. */
    boolean isAnnounced() {
        return isAnnounced;
    }

    void announce() {
        isAnnounced = true;
    }

    @Override
    public Presence presence() {
        return presence;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    @Override
    public Crew crew() {
        return server().crew();
    }

    @Override
    public void overwhelmed() {
        dropsWhatArrived = true;
        connection.session().close(CloseReason.OVERLOADED);
    }

    // ---- what only some sockets have

    PendingAcks acks() {
        PendingAcks those = acks;
        return those != null ? those : madeAcks();
    }

    private synchronized PendingAcks madeAcks() {
        PendingAcks those = acks;
        if (those == null) {
            those = new PendingAcks(this, server().settings().limits().pendingAcks());
            if (phase == Phase.ENDED) {
                those.end();
            }
            acks = those;
        }
        return those;
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

    /** Its client has been let in. False if it has gone meanwhile. */
    boolean connect() {
        synchronized (this) {
            if (phase != Phase.CANDIDATE) {
                return false;
            }
            phase = Phase.ADMITTED;
            mailbox.put(new Life(this)::connected);
        }
        presence.begin();
        connection.send(SocketPacket.connect(namespace.name(), server().greeting(id)));
        synchronized (this) {
            if (phase == Phase.ADMITTED) {
                phase = Phase.CONNECTED;
            }
        }
        mailbox.open();
        return true;
    }

    /** It was a candidate and is not let in. */
    void abandon() {
        synchronized (this) {
            phase = Phase.ENDED;
        }
        forget();
    }

    @Override
    public void disconnect(boolean close) {
        if (close) {
            connection.close();
        } else if (end(DisconnectReason.SERVER_NAMESPACE_DISCONNECT)) {
            connection.send(SocketPacket.disconnect(namespace.name()));
        }
    }

    /** Its session has ended. */
    void clientGone(DisconnectReason reason) {
        synchronized (this) {
            if (phase == Phase.CANDIDATE) {
                phase = Phase.ENDED;
            }
        }
        end(reason);
    }

    /** False if it has ended before or has not begun yet. */
    private boolean end(DisconnectReason reason) {
        PendingAcks owed;
        synchronized (this) {
            if (phase == Phase.CANDIDATE || phase == Phase.ENDED) {
                return false;
            }
            phase = Phase.ENDED;
            if (Life.isOurDecision(reason)) {
                dropsWhatArrived = true;
            }
            mailbox.put(new Life(this).disconnected(reason));
            owed = acks;
        }
        if (owed != null) {
            owed.end();
        }
        mailbox.start();
        return true;
    }

    /** It has left everything; nobody knows it any more. */
    void forget() {
        presence.end();
        connection.forget(this);
        server().namespaces().leave(namespace);
    }

    // ---- what its client sends

    void received(SocketPacket packet) {
        if (phase == Phase.ENDED || phase == Phase.CANDIDATE) {
            return;
        }
        switch (packet.type()) {
            case EVENT -> new ReceivedEvent(this, packet).arrive();
            case ACK -> acknowledged(packet);
            case DISCONNECT -> leave();
            case CONNECT, CONNECT_ERROR -> throw new IllegalStateException("not for a socket: " + packet.type());
        }
    }

    /** Counts as a message until all is told: who comes and goes would get ahead of the application without end. */
    private void leave() {
        if (connection.session().hold(0)) {
            end(DisconnectReason.CLIENT_NAMESPACE_DISCONNECT);
            mailbox.put(new Life(this)::letGo);
            mailbox.start();
        }
    }

    private void acknowledged(SocketPacket packet) {
        PendingAcks owed = acks;
        if (owed != null) {
            owed.answered(packet.ackId(), packet.payload());
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

    /** Sends what many may be sent. */
    void deliver(Delivery delivery) {
        if (delivery.isVolatile() && !connection.session().isWritable()) {
            delivery.lostFor(this);
            return;
        }
        Listeners those = listeners;
        if (those != null) {
            delivery.showTo(those.outgoing(), this);
        }
        connection.send(delivery.messages());
    }

    /** Names what is no secret and does no harm in a log, where the namespace may have been the client's choice. */
    @Override
    public String toString() {
        return "Socket[" + id + " in " + LogText.of(namespace.name()) + "]";
    }
}
