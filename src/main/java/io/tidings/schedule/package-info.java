/**
 * Time and order: one wheel of due actions, and serial lanes on a shared executor. Depends on the JDK alone; the time
 * source and the executors come in through constructors.
 */
@NullMarked
package io.tidings.schedule;

import org.jspecify.annotations.NullMarked;
