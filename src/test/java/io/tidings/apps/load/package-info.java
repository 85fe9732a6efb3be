/** What the benchmarks ask of a Socket.IO server. */
@NullMarked
package io.tidings.apps.load;

import org.jspecify.annotations.NullMarked;
