package io.tidings.socketio;

import io.tidings.api.Answers;
import io.tidings.api.AnyListener;
import io.tidings.api.Arguments;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.socketio.Payload;
import io.tidings.protocol.socketio.PayloadCheck;
import io.tidings.protocol.socketio.SocketPacket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event on its way to any number of sockets: encoded once, and not before there is one. For one thread. */
final class Delivery {

    private static final @Nullable Object[] NONE = {};

    private final Server server;
    private final String namespace;
    private final boolean isVolatile;
    private final boolean isCompressed;
    private final @Nullable String event;
    private final @Nullable Object[] arguments;
    /** Nobody has looked whether it is an event at all. */
    private boolean isForeign;

    private long ackId = SocketPacket.NO_ACK;
    private @Nullable Payload payload;
    private @Nullable Arguments asSent;
    private @Nullable List<EnginePacket> messages;

    Delivery(
            Server server,
            String namespace,
            boolean isVolatile,
            boolean isCompressed,
            @Nullable String event,
            @Nullable Object[] arguments) {
        this.server = server;
        this.namespace = namespace;
        this.isVolatile = isVolatile;
        this.isCompressed = isCompressed;
        this.event = event;
        this.arguments = arguments;
    }

    /** An event that another node has encoded. It is checked when the first socket is to get it: where nobody is, nobody need look. */
    static Delivery foreign(Server server, String namespace, Selection selection, Payload payload) {
        Delivery delivery =
                new Delivery(server, namespace, selection.isVolatile(), selection.isCompressed(), null, NONE);
        delivery.payload = payload;
        delivery.isForeign = true;
        return delivery;
    }

    /** Everybody is to acknowledge under that id. */
    Delivery under(long id) {
        ackId = id;
        return this;
    }

    boolean isVolatile() {
        return isVolatile;
    }

    /** The socket was not ready for what may be lost. */
    void lostFor(ClientSocket socket) {
        if (ackId != SocketPacket.NO_ACK) {
            socket.acks().miss(ackId, Answers.Reason.NOT_SENT);
        }
    }

    /** Tells those who listen to what goes out to a socket. */
    void showTo(List<AnyListener> listeners, ClientSocket socket) {
        for (AnyListener listener : listeners) {
            Arguments shown = arguments();
            try {
                listener.handle(event(), shown);
            } catch (Throwable failure) {
                server.failed("a listener to outgoing events, socket " + socket.id(), failure);
            }
        }
    }

    private Arguments arguments() {
        Arguments read = asSent;
        if (read == null) {
            read = PacketArguments.ofEvent(payload(), server.codec());
            asSent = read;
        }
        return read;
    }

    private String event() {
        return event == null ? payload().eventName() : event;
    }

    Payload payload() {
        Payload encoded = payload;
        if (encoded == null) {
            encoded = server.codec().event(event(), arguments);
            payload = encoded;
        }
        if (isForeign) {
            PayloadCheck.event(encoded);
            isForeign = false;
        }
        return encoded;
    }

    /** The messages that carry it, the same for all receivers. */
    List<EnginePacket> messages() {
        List<EnginePacket> encoded = messages;
        if (encoded == null) {
            encoded = encode();
            messages = encoded;
        }
        return encoded;
    }

    private List<EnginePacket> encode() {
        SocketPacket packet = new SocketPacket(SocketPacket.Type.EVENT, namespace, ackId, payload());
        List<EnginePacket> encoded = server.format().encode(packet);
        if (isCompressed) {
            return encoded;
        }
        List<EnginePacket> plain = new ArrayList<>(encoded.size());
        encoded.forEach(message -> plain.add(message.uncompressed()));
        return List.copyOf(plain);
    }
}
