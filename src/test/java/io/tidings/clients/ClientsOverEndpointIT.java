package io.tidings.clients;

import io.tidings.server.OnServer;

/** Real clients whose WebSockets are carried by Jakarta WebSocket. */
@OnServer(
        properties = {
            "tidings.websocket=endpoint",
            RealClients.PINGS,
            RealClients.PATIENCE,
            RealClients.FRIEND,
            RealClients.TIME_TO_CONNECT
        })
class ClientsOverEndpointIT extends RealClients {

    @Override
    String webSocketDialect() {
        return "endpoint";
    }
}
