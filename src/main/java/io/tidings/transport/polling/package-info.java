/**
 * Long polling over asynchronous servlets: no thread waits for a client, neither for its data nor for its reading. Depends
 * on {@code transport.http}, {@code engine} and the codecs.
 */
@NullMarked
package io.tidings.transport.polling;

import org.jspecify.annotations.NullMarked;
