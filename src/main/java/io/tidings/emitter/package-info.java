/**
 * Emitters for programs that have no sockets of their own: they reach those of a server over the topic of its cluster. Depends on the API, the
 * cluster's messages and JSON binding; {@link io.tidings.emitter.JmsTopic} alone knows Jakarta Messaging.
 */
@NullMarked
package io.tidings.emitter;

import org.jspecify.annotations.NullMarked;
