package io.tidings.clients;

import io.tidings.server.AppServer;
import io.tidings.server.OnServer;

/** Java clients whose WebSockets are carried by Jakarta WebSocket. */
@OnServer(
        properties = {
            "tidings.websocket=endpoint",
            RealClients.PINGS,
            RealClients.PATIENCE,
            RealClients.FRIEND,
            RealClients.TIME_TO_CONNECT
        })
class JavaClientsOverEndpointIT extends JavaClients {

    JavaClientsOverEndpointIT(AppServer server) {
        super(server);
    }
}
