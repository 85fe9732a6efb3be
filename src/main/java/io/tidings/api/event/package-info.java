/**
 * Qualifiers of the CDI events by which the rest of an application hears of sockets. Only what has an observer that names the
 * qualifier is fired. Observers are called synchronously, in the order of the socket's events, on the thread of its handlers and within
 * a request context; their failures are logged and change nothing. Depends on Jakarta Inject alone.
 */
@NullMarked
package io.tidings.api.event;

import org.jspecify.annotations.NullMarked;
