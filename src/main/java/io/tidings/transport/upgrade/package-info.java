/**
 * WebSocket over the protocol upgrade of Jakarta Servlet with the project's own frames: the fast carrier. Depends on
 * {@code transport.http}, {@code engine} and the codecs.
 */
@NullMarked
package io.tidings.transport.upgrade;

import org.jspecify.annotations.NullMarked;
