/** Tests of what reaches the sockets of a server from outside. */
@NullMarked
package io.tidings.emitter;

import org.jspecify.annotations.NullMarked;
