/** A chat, served by {@code mvn -Prun}: an application as anybody would build it on the jar, with the public API alone. */
@NullMarked
package io.tidings.demo;

import org.jspecify.annotations.NullMarked;
