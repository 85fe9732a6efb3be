/**
 * The load generator: thousands of WebSocket or long-polling clients on one selector thread, with framing of its own, so
 * that one core of load is enough for one core of server. Depends on the JDK and HdrHistogram alone and knows nothing of
 * the server's code: a mistake in a codec must not hide behind the same mistake here.
 */
@NullMarked
package io.tidings.bench.load;

import org.jspecify.annotations.NullMarked;
