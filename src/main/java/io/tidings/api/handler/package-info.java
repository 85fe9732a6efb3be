/**
 * Annotations that make a CDI bean a handler of a namespace. Depends on {@code api}.
 */
@NullMarked
package io.tidings.api.handler;

import org.jspecify.annotations.NullMarked;
