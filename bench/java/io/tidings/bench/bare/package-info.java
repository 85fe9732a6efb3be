/**
 * An echo with nothing but jakarta.websocket: what a server's own WebSocket can do, for the benchmarks to compare with.
 */
@NullMarked
package io.tidings.bench.bare;

import org.jspecify.annotations.NullMarked;
