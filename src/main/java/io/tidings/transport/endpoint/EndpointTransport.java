package io.tidings.transport.endpoint;

import io.tidings.engine.CloseReason;
import io.tidings.engine.EngineLink;
import io.tidings.engine.Transport;
import io.tidings.engine.TransportKind;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.engineio.PacketType;
import io.tidings.schedule.Turns;
import io.tidings.transport.http.CloseCodes;
import io.tidings.transport.http.WebSocketSettings;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries a session over a container's WebSocket: one send at a time, the next one when the container is done with it. */
final class EndpointTransport implements Transport {

    private static final int MAX_CHUNK = 64 * 1024;

    private final EngineLink link;
    private final SessionEnd end;
    private final Session session;
    private final Turns turns = new Turns();
    private final Runnable work = this::sendNext;
    private volatile boolean sending;

    // Touched only in turns.
    private List<EnginePacket> taken = List.of();
    private int next;

    EndpointTransport(EngineLink link, Session session, WebSocketSettings settings) {
        this.link = link;
        this.session = session;
        this.end = new SessionEnd(session, settings);
    }

    @Override
    public TransportKind kind() {
        return TransportKind.WEBSOCKET;
    }

    void received(EnginePacket packet) {
        link.received(this, List.of(packet));
        if (link.isOverrun()) {
            // This API has no way to stop reading, and a container's queue has no limit: the client has to go.
            fail(CloseCodes.of(CloseReason.FLOODING), CloseReason.FLOODING);
        }
    }

    /** The client broke the protocol or a limit. */
    void fail(int closeCode, CloseReason reason) {
        end.begin(closeCode, reason.words());
        link.lost(this, reason);
    }

    /** The container says that there is no connection any more. */
    void gone(CloseReason reason) {
        end.done();
        link.lost(this, reason);
    }

    @Override
    public void flush() {
        turns.take(work);
    }

    private void sendNext() {
        while (!sending && !end.hasBegun()) {
            EnginePacket packet = nextPacket();
            if (packet == null) {
                return;
            }
            if (packet.type() == PacketType.CLOSE) {
                link.lost(this, CloseReason.FORCED_CLOSE);
                return;
            }
            send(packet);
        }
    }

    private @Nullable EnginePacket nextPacket() {
        if (next == taken.size()) {
            taken = link.take(this, MAX_CHUNK);
            next = 0;
        }
        return taken.isEmpty() ? null : taken.get(next++);
    }

    private void send(EnginePacket packet) {
        sending = true;
        try {
            if (packet.binary()) {
                session.getAsyncRemote()
                        .sendBinary(ByteBuffer.wrap(packet.data().toArray()), this::sent);
            } else {
                String text = (char) packet.type().digit() + packet.data().toUtf8String();
                session.getAsyncRemote().sendText(text, this::sent);
            }
        } catch (RuntimeException closed) {
            // Containers differ in what they throw for a session that is closed already.
            sending = false;
            gone(CloseReason.TRANSPORT_ERROR);
        }
    }

    private void sent(SendResult result) {
        sending = false;
        if (result.isOK()) {
            flush();
        } else {
            gone(CloseReason.TRANSPORT_ERROR);
        }
    }

    @Override
    public boolean isWritable() {
        return !sending;
    }

    @Override
    public void resumeReading() {
        // Reading never stops here, see received().
    }

    @Override
    public void close(CloseReason reason) {
        end.begin(CloseCodes.of(reason), reason.words());
        if (sending) {
            end.force();
        } else {
            end.gently();
        }
    }
}
