/** A page that shows that the engine lives, served by {@code mvn -Prun}. */
@NullMarked
package io.tidings.demo;

import org.jspecify.annotations.NullMarked;
