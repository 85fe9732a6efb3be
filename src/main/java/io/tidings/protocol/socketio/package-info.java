/**
 * Socket.IO protocol 5 on the wire: packets with their attachments, read strictly and written once for all receivers. A
 * payload is JSON that is validated on arrival and otherwise left alone. Pure Java; depends on {@code protocol} and the
 * JDK.
 */
@NullMarked
package io.tidings.protocol.socketio;

import org.jspecify.annotations.NullMarked;
