/**
 * What an application sees of the server: interfaces, records and exceptions, and what it may give to them. Depends on the JDK
 * alone.
 */
@NullMarked
package io.tidings.api;

import org.jspecify.annotations.NullMarked;
