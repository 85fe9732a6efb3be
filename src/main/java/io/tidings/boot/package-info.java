/**
 * The composition root: reads the settings, puts the parts together when the application starts and takes them apart when
 * it stops. May depend on everything; nothing depends on it.
 */
@NullMarked
package io.tidings.boot;

import org.jspecify.annotations.NullMarked;
