package io.tidings.transport.endpoint;

import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;

/** Makes the endpoints with their tickets, and agrees to no extension. */
final class EndpointConfigurator extends ServerEndpointConfig.Configurator {

    private final Tickets tickets;

    EndpointConfigurator(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public <T> T getEndpointInstance(Class<T> endpointClass) {
        return endpointClass.cast(new TicketEndpoint(tickets));
    }

    /** Tyrus 2.1 and Undertow 2.3 inflate a whole frame before they look at its size. */
    @Override
    public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
        return List.of();
    }

    /**
     * The door has checked the origin. A direct request to the endpoint's path has not come through it and is refused here, before
     * there is a connection: in Payara 6 the end of one that is the container's alone may harm the next request.
     */
    @Override
    public boolean checkOrigin(String originHeaderValue) {
        return tickets.isPresented();
    }
}
