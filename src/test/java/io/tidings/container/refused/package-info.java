/** Classes of applications that no server may start, each for a reason of its own. */
@NullMarked
package io.tidings.container.refused;

import org.jspecify.annotations.NullMarked;
