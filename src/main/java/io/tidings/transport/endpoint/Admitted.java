package io.tidings.transport.endpoint;

import io.tidings.transport.http.Opening;
import io.tidings.transport.http.WebSocketSettings;

/** A request that may become a WebSocket, with the settings of its engine. */
record Admitted(Opening opening, WebSocketSettings settings) {}
