/**
 * Engine.IO 4 on the wire: packets, the payloads of long polling and the open packet. Pure Java; depends on
 * {@code protocol} and the JDK.
 */
@NullMarked
package io.tidings.protocol.engineio;

import org.jspecify.annotations.NullMarked;
