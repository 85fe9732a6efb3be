/**
 * Starts, watches and stops real application servers, for the tests, for {@code mvn -Prun} and for the benchmarks.
 * Depends on the JDK alone, apart from {@link io.tidings.server.OnServer} and its extension, which speak JUnit.
 */
@NullMarked
package io.tidings.server;

import org.jspecify.annotations.NullMarked;
