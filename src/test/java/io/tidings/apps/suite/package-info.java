/** What the official Socket.IO suite expects of the server that it is run against. */
@NullMarked
package io.tidings.apps.suite;

import org.jspecify.annotations.NullMarked;
