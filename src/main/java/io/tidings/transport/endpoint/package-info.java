/**
 * WebSocket over {@code jakarta.websocket}: the portable carrier. Depends on {@code transport.http}, {@code engine} and the
 * codecs.
 */
@NullMarked
package io.tidings.transport.endpoint;

import org.jspecify.annotations.NullMarked;
