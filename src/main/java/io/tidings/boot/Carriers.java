package io.tidings.boot;

import io.tidings.schedule.Deadlines;
import io.tidings.transport.endpoint.EndpointCarrier;
import io.tidings.transport.http.WebSocketCarrier;
import io.tidings.transport.http.WebSocketSettings;
import io.tidings.transport.upgrade.UpgradeCarrier;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import java.util.function.Function;

/** The WebSocket carriers of an application, and the choice between them. */
final class Carriers {

    private final Function<HttpServletRequest, WebSocketCarrier> selection;

    Carriers(ServletContext context, Settings settings, Deadlines deadlines) {
        WebSocketSettings webSocket = settings.webSocket(deadlines);
        WebSocketCarrier upgrade = new UpgradeCarrier(webSocket);
        WebSocketCarrier endpoint = new EndpointCarrier(register(context, deadlines), webSocket);
        this.selection = switch (settings.webSocketCarrier()) {
            case "upgrade" -> request -> upgrade;
            case "endpoint" -> request -> endpoint;
            default -> request -> upgrade;
        };
    }

    private static EndpointCarrier.Registration register(ServletContext context, Deadlines deadlines) {
        Object container = context.getAttribute(ServerContainer.class.getName());
        if (!(container instanceof ServerContainer server)) {
            throw new IllegalStateException("The container has no Jakarta WebSocket.");
        }
        try {
            return EndpointCarrier.Registration.register(server, deadlines);
        } catch (DeploymentException e) {
            throw new IllegalStateException("The container refused the WebSocket endpoint.", e);
        }
    }

    Function<HttpServletRequest, WebSocketCarrier> selection() {
        return selection;
    }
}
