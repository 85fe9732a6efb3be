/**
 * What every transport shares of HTTP: the checked request, answers that no thread waits for, the error table, origins and
 * CORS. Depends on {@code engine}, {@code api} and Jakarta Servlet.
 */
@NullMarked
package io.tidings.transport.http;

import org.jspecify.annotations.NullMarked;
