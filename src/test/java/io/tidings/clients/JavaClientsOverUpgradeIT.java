package io.tidings.clients;

import io.tidings.server.AppServer;
import io.tidings.server.OnServer;

/** Java clients whose WebSockets are carried by the Servlet upgrade. */
@OnServer(
        properties = {
            "tidings.websocket=upgrade",
            RealClients.PINGS,
            RealClients.PATIENCE,
            RealClients.FRIEND,
            RealClients.TIME_TO_CONNECT
        })
class JavaClientsOverUpgradeIT extends JavaClients {

    JavaClientsOverUpgradeIT(AppServer server) {
        super(server);
    }
}
