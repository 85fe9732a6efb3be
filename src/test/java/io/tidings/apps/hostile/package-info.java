/** What the tests with hostile clients talk to: events that do whatever a client asks, as no application should. */
@NullMarked
package io.tidings.apps.hostile;

import org.jspecify.annotations.NullMarked;
