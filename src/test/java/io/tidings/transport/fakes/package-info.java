/** What stands in for a servlet container in unit tests: only what transports call, and strict about how they call it. */
@NullMarked
package io.tidings.transport.fakes;

import org.jspecify.annotations.NullMarked;
