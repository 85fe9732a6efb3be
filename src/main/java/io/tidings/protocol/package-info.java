/**
 * What every wire format shares: immutable bytes and the exception that says "the peer broke the protocol". Depends on
 * the JDK alone.
 */
@NullMarked
package io.tidings.protocol;

import org.jspecify.annotations.NullMarked;
