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
        if (sent.get() || !socket.isConnected()) {
            return false;
        }
        Payload payload = socket.server().codec().ack(arguments);
        if (!sent.compareAndSet(false, true)) {
            return false;
        }
        socket.connection().send(SocketPacket.ack(socket.room().name(), id, payload));
        return true;
    }
}
