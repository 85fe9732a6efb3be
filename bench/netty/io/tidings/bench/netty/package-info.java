/** netty-socketio as a server of its own, for the benchmarks to compare with. Uses nothing of Tidings. */
@NullMarked
package io.tidings.bench.netty;

import org.jspecify.annotations.NullMarked;
