/**
 * Hostile inputs over the wire: plain sockets that send what no well-behaved client would, to real servers, and a look at
 * what is left of it afterwards. The vectors and what becomes of them stand in {@code docs/hostile-inputs.md}. Depends on
 * {@code io.tidings.server} and the JDK.
 */
@NullMarked
package io.tidings.wire;

import org.jspecify.annotations.NullMarked;
