/**
 * The browser client of Socket.IO, served to the pages that use it from the path at which it will connect. Depends on
 * {@code transport.http} and Jakarta Servlet; the engine does not know it.
 */
@NullMarked
package io.tidings.transport.client;

import org.jspecify.annotations.NullMarked;
