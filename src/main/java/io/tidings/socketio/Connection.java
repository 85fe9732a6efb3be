package io.tidings.socketio;

import io.tidings.api.Argument;
import io.tidings.api.DisconnectReason;
import io.tidings.api.Handshake;
import io.tidings.engine.CloseReason;
import io.tidings.engine.EngineSession;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.ProtocolException;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.socketio.Payload;
import io.tidings.protocol.socketio.SocketPacket;
import io.tidings.schedule.Deadline;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One client: its session, and its sockets in the namespaces to which it is connected. */
final class Connection {

    private final Server server;
    private final EngineSession session;
    private final WireFormat.Reader reader;
    private final Attempts attempts;

    // Touched only while the session's events are handled, which come one at a time.
    /** There once the client has sent a packet with attachments. */
    private @Nullable Unfinished unfinished;

    private boolean isBroken;

    // Guarded by this.
    private @Nullable Deadline connectTimeout;

    Connection(Server server, EngineSession session) {
        this.server = server;
        this.session = session;
        this.reader = server.format().newReader();
        this.attempts = new Attempts(server.settings().limits().namespaces());
        this.connectTimeout = server.deadlines().after(server.settings().connectTimeout(), this::closeUnlessConnected);
    }

    EngineSession session() {
        return session;
    }

    // ---- what the client sends

    void received(EnginePacket message) {
        if (isBroken) {
            // It came with the same read as what broke the protocol.
            return;
        }
        try {
            Optional<SocketPacket> packet = reader.read(message);
            if (packet.isPresent()) {
                holds(0);
                received(packet.get());
            } else {
                await();
            }
        } catch (ProtocolException broken) {
            isBroken = true;
            session.close(CloseReason.PARSE_ERROR);
        }
    }

    /** The client is let wait for the rest of its packet, if it may send one at all. */
    private void await() {
        boolean connected = reader.awaiting().map(this::isConnected).orElse(false);
        if (!connected) {
            throw new ProtocolException("attachments for a namespace that is not connected");
        }
        holds(reader.held());
    }

    private void holds(long bytes) {
        Unfinished started = unfinished;
        if (started == null && bytes > 0) {
            started = new Unfinished(server, session);
            unfinished = started;
        }
        if (started != null) {
            started.holds(bytes);
        }
    }

    private void received(SocketPacket packet) {
        if (packet.type() == SocketPacket.Type.CONNECT) {
            connect(packet);
            return;
        }
        Attempt attempt = attempts.find(packet.namespace());
        if (attempt == null || !attempt.wasAdmitted()) {
            throw new ProtocolException("packet for a namespace that is not connected");
        }
        // What crosses a disconnection by this side is no fault of the client.
        ClientSocket socket = attempt.socket();
        if (socket != null) {
            socket.received(packet);
        }
    }

    private void connect(SocketPacket packet) {
        Attempt attempt = new Attempt(server, this, server.namespaces().shared(packet.namespace()));
        switch (attempts.add(attempt)) {
            case ADDED -> attempt.begin(new Handshake(session.handshake(), auth(packet.payload())));
            case TAKEN -> throw new ProtocolException("second connect to a namespace");
            case TOO_MANY -> refuse(packet.namespace(), "Too many namespaces", null);
        }
    }

    private Argument auth(Payload payload) {
        // A copy, because it is kept for as long as the client stays, and may be a corner of a large message.
        return payload.isEmpty()
                ? server.noAuth()
                : new RawArgument(Bytes.wrap(payload.json().toArray()), List.of(), server.codec());
    }

    private boolean isConnected(String namespace) {
        Attempt attempt = attempts.find(namespace);
        return attempt != null && attempt.wasAdmitted();
    }

    // ---- the namespaces of the client

    /** The client has a namespace, so it may stay. */
    synchronized void admitted() {
        if (connectTimeout != null) {
            connectTimeout.cancel();
            connectTimeout = null;
        }
    }

    private void closeUnlessConnected() {
        if (attempts.all().stream().noneMatch(Attempt::wasAdmitted)) {
            session.close();
        }
    }

    /** A name that never came to anything. */
    void forget(Attempt attempt) {
        attempts.remove(attempt);
    }

    /** The socket has left; only its name is remembered, for what is still on its way to it. */
    void forget(ClientSocket socket) {
        Attempt attempt = attempts.find(socket.room().name());
        if (attempt != null) {
            attempt.forget(socket);
        }
    }

    // ---- what the client is sent

    void refuse(String namespace, String message, @Nullable Object data) {
        send(SocketPacket.connectError(namespace, server.refusal(message, data)));
    }

    void send(SocketPacket packet) {
        send(server.format().encode(packet));
    }

    /** The list itself waits for the client: it is never changed, and the same one may wait for many. */
    void send(List<EnginePacket> messages) {
        session.send(messages);
    }

    /** Leaves with what is sent next, or when the session is flushed. */
    void queue(SocketPacket packet) {
        session.queue(server.format().encode(packet));
    }

    // ---- the end

    /** Disconnects the client from all namespaces and closes its session after that has been sent. */
    void close() {
        attempts.all().forEach(Attempt::end);
        session.close();
    }

    void closed(CloseReason reason) {
        admitted();
        reader.discard();
        holds(0);
        DisconnectReason why = DisconnectReason.valueOf(reason.name());
        attempts.all().forEach(attempt -> attempt.clientGone(why));
    }
}
