/** Clients that others wrote, against an application on a real server: Engine.IO's own, plain WebSocket, a browser. */
@NullMarked
package io.tidings.clients;

import org.jspecify.annotations.NullMarked;
