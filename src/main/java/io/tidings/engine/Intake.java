package io.tidings.engine;

import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.engineio.PacketType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sorts what arrives over the transport that carries a session: messages for the listener, the rest for the session. */
final class Intake {

    private final Session session;
    private final Inbound inbound;
    private final Heartbeat heartbeat;
    private final RateWindow controls;

    Intake(Session session, Engine engine, Inbound inbound, Heartbeat heartbeat) {
        this.session = session;
        this.inbound = inbound;
        this.heartbeat = heartbeat;
        this.controls = new RateWindow(engine.settings().limits().controlPacketsPerSecond());
    }

    /** What came over the transport that carries the session, or over the one that it is moving to. */
    void received(Transport from, List<EnginePacket> packets, Carriage carriage) {
        Upgrade probing = carriage.upgradeOver(from);
        if (probing != null) {
            int used = probing.received(packets);
            if (used < packets.size()) {
                accept(packets.subList(used, packets.size()));
            }
        } else if (carriage.isOf(from)) {
            accept(packets);
        }
    }

    private void accept(List<EnginePacket> packets) {
        int count = packets.size();
        int messages = 0;
        while (messages < count && packets.get(messages).type() == PacketType.MESSAGE) {
            messages++;
        }
        if (messages > 0) {
            inbound.messages(messages == count ? packets : packets.subList(0, messages));
        }
        if (messages < count) {
            acceptMixed(packets.subList(messages, count));
        }
    }

    private void acceptMixed(List<EnginePacket> packets) {
        List<EnginePacket> messages = new ArrayList<>();
        CloseReason end = null;
        for (EnginePacket packet : packets) {
            if (packet.type() == PacketType.MESSAGE) {
                messages.add(packet);
            } else {
                end = control(packet);
            }
            if (end != null) {
                break;
            }
        }
        if (!messages.isEmpty()) {
            inbound.messages(messages);
        }
        if (end == CloseReason.TRANSPORT_CLOSE) {
            session.clientLeaves();
        } else if (end != null) {
            session.close(end);
        }
    }

    /** The reason to end the session for this packet, or null. */
    private @Nullable CloseReason control(EnginePacket packet) {
        if (!controls.admit(System.nanoTime())) {
            return CloseReason.FLOODING;
        }
        return switch (packet.type()) {
            case CLOSE -> CloseReason.TRANSPORT_CLOSE;
            case PONG -> {
                heartbeat.pong();
                yield null;
            }
            case NOOP, UPGRADE, MESSAGE -> null;
            // Since version 4 only the server pings, and only the server opens.
            case PING, OPEN -> CloseReason.PARSE_ERROR;
        };
    }
}
