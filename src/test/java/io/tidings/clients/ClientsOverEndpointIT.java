package io.tidings.clients;

import io.tidings.server.OnServer;
import io.tidings.server.ServerKind;

/** Real clients whose WebSockets are carried by Jakarta WebSocket. */
@OnServer(properties = {"tidings.websocket=endpoint", RealClients.PINGS, RealClients.PATIENCE, RealClients.FRIEND})
class ClientsOverEndpointIT extends RealClients {

    @Override
    String webSocketDialect() {
        return ServerKind.underTest() == ServerKind.PAYARA_MICRO ? "tyrus" : "";
    }
}
