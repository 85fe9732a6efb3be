/** Applications that only tests and benchmarks use; each becomes a WAR of its own. */
@NullMarked
package io.tidings.apps;

import org.jspecify.annotations.NullMarked;
