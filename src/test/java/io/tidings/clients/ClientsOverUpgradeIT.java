package io.tidings.clients;

import io.tidings.server.OnServer;

/** Real clients whose WebSockets are carried by the Servlet upgrade. */
@OnServer(
        properties = {
            "tidings.websocket=upgrade",
            RealClients.PINGS,
            RealClients.PATIENCE,
            RealClients.FRIEND,
            RealClients.TIME_TO_CONNECT
        })
class ClientsOverUpgradeIT extends RealClients {}
