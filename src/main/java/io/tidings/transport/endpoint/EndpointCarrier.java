package io.tidings.transport.endpoint;

import io.tidings.schedule.Deadlines;
import io.tidings.transport.http.EngineRequest;
import io.tidings.transport.http.HttpFault;
import io.tidings.transport.http.Opening;
import io.tidings.transport.http.WebSocketCarrier;
import io.tidings.transport.http.WebSocketHandshake;
import io.tidings.transport.http.WebSocketSettings;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.Map;

/** Switches a request to WebSocket by {@code ServerContainer.upgradeHttpToWebSocket}. */
public final class EndpointCarrier implements WebSocketCarrier {

    /** What all engines of an application share: one registered endpoint and its tickets. */
    public static final class Registration {

        private static final String PATH = "/tidings-websocket/{ticket}";

        private final ServerContainer container;
        private final ServerEndpointConfig config;
        private final Tickets tickets;

        private Registration(ServerContainer container, ServerEndpointConfig config, Tickets tickets) {
            this.container = container;
            this.config = config;
            this.tickets = tickets;
        }

        /**
         * Must run during deployment: Tyrus 2.1 routes an upgraded request to the endpoint registered for its path, and
         * answers 200 where there is none.
         */
        public static Registration register(ServerContainer container, Deadlines deadlines) throws DeploymentException {
            Tickets tickets = new Tickets(deadlines);
            ServerEndpointConfig config = ServerEndpointConfig.Builder.create(TicketEndpoint.class, PATH)
                    .configurator(new EndpointConfigurator(tickets))
                    .build();
            container.addEndpoint(config);
            return new Registration(container, config, tickets);
        }

        /** Accepted requests whose connections the container has not opened yet. */
        public int outstandingTickets() {
            return tickets.outstanding();
        }
    }

    private final Registration registration;
    private final WebSocketSettings settings;

    public EndpointCarrier(Registration registration, WebSocketSettings settings) {
        this.registration = registration;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "endpoint";
    }

    @Override
    public void accept(EngineRequest request, HttpServletResponse response, Opening opening)
            throws HttpFault, IOException {
        WebSocketHandshake.checkedKey(request.http());
        Tickets tickets = registration.tickets;
        String ticket = tickets.issue(new Admitted(opening, settings));
        tickets.present(ticket);
        try {
            registration.container.upgradeHttpToWebSocket(
                    request.http(), response, registration.config, Map.of("ticket", ticket));
        } catch (DeploymentException e) {
            tickets.redeem(ticket);
            throw new IllegalStateException("the container refused the upgrade", e);
        } finally {
            tickets.putAway();
        }
    }
}
