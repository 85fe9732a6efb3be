/**
 * RFC 6455 frames over byte arrays, RFC 7692 compression and the arithmetic of the opening handshake, from the server's
 * side. Knows neither sockets nor threads: a carrier brings the bytes of each read to a {@link FrameReader} and sends
 * what {@link Frames} laid out. Depends on {@code protocol} and the JDK alone.
 */
@NullMarked
package io.tidings.protocol.websocket;

import org.jspecify.annotations.NullMarked;
