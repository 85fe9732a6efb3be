package io.tidings.socketio;

import io.tidings.api.DisconnectReason;
import io.tidings.engine.CloseReason;
import io.tidings.engine.EngineSession;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.ProtocolException;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.socketio.Payload;
import io.tidings.protocol.socketio.SocketPacket;
import io.tidings.schedule.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One client: its session, and its sockets in the namespaces to which it is connected. */
final class Connection {

    private static final Bytes NO_AUTH = Bytes.utf8("{}");

    private final Server server;
    private final EngineSession session;
    private final WireFormat.Reader reader;
    private final Deadline connectTimeout;

    // Touched only while the session's events are handled, which come one at a time.
    private @Nullable Deadline attachmentTimeout;
    private int held;
    private boolean broken;

    // Guarded by this. Most clients have one namespace, so there is a map only for more.
    private @Nullable Attempt only;
    private @Nullable Map<String, Attempt> several;
    private boolean closed;

    Connection(Server server, EngineSession session) {
        this.server = server;
        this.session = session;
        this.reader = server.format().newReader();
        this.connectTimeout = server.deadlines().after(server.settings().connectTimeout(), this::closeUnlessConnected);
    }

    EngineSession session() {
        return session;
    }

    // ---- what the client sends

    void received(EnginePacket message) {
        if (broken) {
            // The session has ended, but what came with the packet that broke the rules is still handed on.
            return;
        }
        try {
            Optional<SocketPacket> packet = reader.read(message);
            if (packet.isPresent()) {
                account(0);
                received(packet.get());
            } else {
                await(message);
            }
        } catch (ProtocolException violation) {
            broken = true;
            session.close(CloseReason.PARSE_ERROR);
        }
    }

    /** The client is let wait for the rest of its packet, if it may send one at all. */
    private void await(EnginePacket message) {
        boolean connected = reader.awaiting().map(this::isConnected).orElse(false);
        if (!connected) {
            throw new ProtocolException("attachments for a namespace that is not connected");
        }
        account(held + message.size());
        if (attachmentTimeout == null) {
            attachmentTimeout = server.deadlines()
                    .after(server.settings().attachmentTimeout(), () -> session.close(CloseReason.PARSE_ERROR));
        }
    }

    /** Charges the node for what is held back of this client. */
    private void account(int bytes) {
        if (bytes == held) {
            return;
        }
        session.release(held);
        held = 0;
        if (bytes > 0) {
            if (session.reserve(bytes)) {
                held = bytes;
            }
        } else if (attachmentTimeout != null) {
            attachmentTimeout.cancel();
            attachmentTimeout = null;
        }
    }

    private void received(SocketPacket packet) {
        if (packet.type() == SocketPacket.Type.CONNECT) {
            connect(packet);
            return;
        }
        Attempt attempt = find(packet.namespace());
        ClientSocket socket = attempt == null ? null : attempt.socket();
        if (attempt == null || (socket == null && !attempt.hasEnded())) {
            throw new ProtocolException("packet for a namespace that is not connected");
        }
        // What crosses a disconnection by this side is no fault of the client.
        if (socket != null) {
            socket.received(packet);
        }
    }

    private void connect(SocketPacket packet) {
        Payload payload = packet.payload();
        // A copy, because it is kept for as long as the client stays, and may be a corner of a large message.
        Bytes auth = payload.isEmpty() ? NO_AUTH : Bytes.wrap(payload.json().toArray());
        Attempt attempt = new Attempt(server, this, packet.namespace());
        switch (add(packet.namespace(), attempt)) {
            case ADDED -> attempt.begin(auth);
            case TAKEN -> throw new ProtocolException("second connect to a namespace");
            case TOO_MANY -> refuse(packet.namespace(), "Too many namespaces", null);
            case CLOSED -> {}
        }
    }

    // ---- the namespaces of the client

    private enum Addition {
        ADDED,
        TAKEN,
        TOO_MANY,
        CLOSED
    }

    private synchronized Addition add(String name, Attempt attempt) {
        if (closed) {
            return Addition.CLOSED;
        }
        Attempt before = find(name);
        if (before != null && !before.hasEnded()) {
            return Addition.TAKEN;
        }
        int most = server.settings().limits().namespaces();
        if (before == null && count() >= most && several != null) {
            several.values().removeIf(Attempt::hasEnded);
        }
        if (before == null && count() >= most) {
            return Addition.TOO_MANY;
        }
        if (several != null) {
            several.put(name, attempt);
        } else if (only == null || before != null) {
            only = attempt;
        } else {
            several = new HashMap<>(Map.of(only.name(), only, name, attempt));
            only = null;
        }
        return Addition.ADDED;
    }

    private int count() {
        if (several != null) {
            return several.size();
        }
        return only == null ? 0 : 1;
    }

    private synchronized @Nullable Attempt find(String name) {
        if (several != null) {
            return several.get(name);
        }
        Attempt attempt = only;
        return attempt != null && attempt.name().equals(name) ? attempt : null;
    }

    private boolean isConnected(String name) {
        Attempt attempt = find(name);
        return attempt != null && (attempt.socket() != null || attempt.hasEnded());
    }

    private synchronized List<Attempt> attempts() {
        if (several != null) {
            return new ArrayList<>(several.values());
        }
        return only == null ? List.of() : List.of(only);
    }

    /** Nobody is let in any more once the client has gone. */
    synchronized boolean isClosed() {
        return closed;
    }

    /** The client has a namespace, so it may stay. */
    void admitted() {
        connectTimeout.cancel();
    }

    /** Forgets a name that never came to anything: only names to which the client was connected are remembered. */
    synchronized void forget(Attempt attempt) {
        if (several != null) {
            several.remove(attempt.name(), attempt);
        } else if (only == attempt) {
            only = null;
        }
    }

    private void closeUnlessConnected() {
        session.close();
    }

    // ---- what the client is sent

    void refuse(String namespace, String message, @Nullable Object data) {
        send(SocketPacket.connectError(namespace, server.refusal(message, data)));
    }

    void send(SocketPacket packet) {
        send(server.format().encode(packet));
    }

    void send(List<EnginePacket> messages) {
        if (messages.size() == 1) {
            session.send(messages.get(0));
        } else {
            session.send(messages);
        }
    }

    // ---- the end

    /** Disconnects the client from all namespaces and closes its session after that has been sent. */
    void close() {
        for (Attempt attempt : attempts()) {
            ClientSocket socket = attempt.socket();
            if (socket != null) {
                socket.disconnect();
            }
        }
        session.close();
    }

    void closed(CloseReason reason) {
        synchronized (this) {
            closed = true;
        }
        connectTimeout.cancel();
        reader.discard();
        account(0);
        DisconnectReason why = DisconnectReason.valueOf(reason.name());
        for (Attempt attempt : attempts()) {
            attempt.clientGone(why);
        }
    }
}
