package io.tidings.transport.endpoint;

import io.tidings.engine.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The container's end of one WebSocket: brings what the container calls to the transport of the session. */
public final class TicketEndpoint extends Endpoint {

    private final Tickets tickets;
    private volatile @Nullable EndpointTransport transport;

    TicketEndpoint(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        // The ticket comes as a path parameter: the request's own parameters are not reliable in Tyrus 2.1.
        Admitted admitted = tickets.redeem(session.getPathParameters().get("ticket"));
        if (admitted == null) {
            tickets.newEnd().whenOpened(() -> closeQuietly(session));
            return;
        }
        // The heartbeat of the engine is the only clock; the container's would cost Tyrus a timer for every message.
        session.setMaxIdleTimeout(0);
        admitted.opening().over(link -> {
            EndpointTransport made = new EndpointTransport(link, session, admitted.settings());
            transport = made;
            return made;
        });
        EndpointTransport made = transport;
        if (made != null) {
            Inbound inbound = new Inbound(made, admitted.settings());
            session.addMessageHandler(String.class, (MessageHandler.Partial<String>) inbound::text);
            session.addMessageHandler(ByteBuffer.class, (MessageHandler.Partial<ByteBuffer>) inbound::binary);
            session.addMessageHandler(PongMessage.class, pong -> inbound.pong());
        }
    }

    @Override
    public void onClose(Session session, jakarta.websocket.CloseReason reason) {
        EndpointTransport closed = transport;
        if (closed != null) {
            closed.gone(CloseReason.TRANSPORT_CLOSE);
        }
    }

    @Override
    public void onError(Session session, Throwable failure) {
        EndpointTransport failed = transport;
        if (failed != null) {
            failed.gone(CloseReason.TRANSPORT_ERROR);
        }
        closeQuietly(session);
    }

    private static void closeQuietly(Session session) {
        try {
            session.close();
        } catch (IOException | IllegalStateException alreadyGone) {
            // Nothing is left to close.
        }
    }
}
