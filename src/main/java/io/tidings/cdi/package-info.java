/**
 * Handler beans: finds the methods of CDI beans that Tidings calls, says at deployment what is wrong with them, and makes them {@link
 * io.tidings.socketio.Handler}s; bridges to and from CDI events. Depends on {@code api} and on the ports of {@code socketio}.
 */
@NullMarked
package io.tidings.cdi;

import org.jspecify.annotations.NullMarked;
