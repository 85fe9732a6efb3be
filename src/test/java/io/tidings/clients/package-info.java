/**
 * Clients that others wrote, against an application on a real server: those of Socket.IO and Engine.IO for JavaScript, Java and
 * Python, plain WebSocket, a browser.
 */
@NullMarked
package io.tidings.clients;

import org.jspecify.annotations.NullMarked;
