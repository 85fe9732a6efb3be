/** Applications without sockets, from which docs/guide quotes. */
@NullMarked
package io.tidings.guide.others;

import org.jspecify.annotations.NullMarked;
