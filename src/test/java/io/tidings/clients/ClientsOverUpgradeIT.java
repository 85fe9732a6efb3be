package io.tidings.clients;

import io.tidings.server.OnServer;

/** Real clients whose WebSockets are carried by the Servlet upgrade. */
@OnServer(properties = {"tidings.websocket=upgrade", RealClients.PINGS, RealClients.PATIENCE, RealClients.FRIEND})
class ClientsOverUpgradeIT extends RealClients {}
