/**
 * Qualifiers of the CDI events by which the rest of an application hears of sockets. Observers are called synchronously, in the
 * order of the socket's events, on the thread of its handlers. Depends on Jakarta Inject alone.
 */
@NullMarked
package io.tidings.api.event;

import org.jspecify.annotations.NullMarked;
