/** An application without sockets, for tests. */
@NullMarked
package io.tidings.apps.others;

import org.jspecify.annotations.NullMarked;
