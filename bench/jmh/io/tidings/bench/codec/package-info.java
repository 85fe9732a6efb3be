/** Microbenchmarks of the codecs, with JMH: nanoseconds and bytes per frame or payload, without server and network. */
@NullMarked
package io.tidings.bench.codec;

import org.jspecify.annotations.NullMarked;
