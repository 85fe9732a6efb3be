/** The application from which docs/guide quotes. It is deployed as a whole, and {@code guide.mjs} talks to all of it. */
@NullMarked
package io.tidings.guide;

import org.jspecify.annotations.NullMarked;
