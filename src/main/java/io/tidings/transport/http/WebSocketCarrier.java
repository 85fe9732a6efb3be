package io.tidings.transport.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** One way of the container to turn a request into a WebSocket. */
public interface WebSocketCarrier {

    /** The name in the setting {@code tidings.websocket} and in logs. */
    String name();

    /** Answers the request with the switch of protocols, or with a fault; the opening happens on the new connection. */
    void accept(EngineRequest request, HttpServletResponse response, Opening opening) throws HttpFault, IOException;
}
