/**
 * The benchmarks of docs/performance.md: each starts the servers that it compares on one core and the load on another,
 * and prints a Markdown table. May use the servers of {@code io.tidings.server} and the generator.
 */
@NullMarked
package io.tidings.bench;

import org.jspecify.annotations.NullMarked;
