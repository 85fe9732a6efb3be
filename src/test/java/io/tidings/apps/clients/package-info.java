/** What real clients of Socket.IO expect of the server that they are tested with; the counterpart of {@code src/test/js}. */
@NullMarked
package io.tidings.apps.clients;

import org.jspecify.annotations.NullMarked;
