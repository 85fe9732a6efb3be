package io.tidings.socketio;

import io.tidings.api.Ack;
import io.tidings.protocol.socketio.Payload;
import io.tidings.protocol.socketio.SocketPacket;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The acknowledgement that one client waits for. */
final class Reply implements Ack {

    private final ClientSocket socket;
    private final long id;
    private final AtomicBoolean sent = new AtomicBoolean();

    Reply(ClientSocket socket, long id) {
        this.socket = socket;
        this.id = id;
    }

    @Override
    public boolean isRequested() {
        return true;
    }

    @Override
    public boolean send(@Nullable Object... arguments) {
        SocketPacket packet = packet(arguments);
        if (packet != null) {
            socket.connection().send(packet);
        }
        return packet != null;
    }

    /** What the handler has returned: it may leave together with what the events behind this one are answered. */
    void sendLast(@Nullable Object result) {
        SocketPacket packet = packet(result);
        if (packet != null
                && !socket.mailbox().sendsLater(() -> socket.connection().queue(packet))) {
            socket.connection().send(packet);
        }
    }

    /** The one packet that there is; null if the client has it already, or has gone. */
    private @Nullable SocketPacket packet(@Nullable Object... arguments) {
        if (sent.get() || !socket.isConnected()) {
            return null;
        }
        Payload payload = socket.server().codec().ack(arguments);
        return sent.compareAndSet(false, true) ? SocketPacket.ack(socket.room().name(), id, payload) : null;
    }
}
