package io.tidings.api.handler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Promises that a handler, or every handler of a bean, returns at once: it is called right on the thread that reads from the
 * network, where the request context and the naming context of the application are not active. Fastest; but one that blocks there stops
 * other clients too. Events that wait behind a blocking handler of the same socket still keep their order.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface NonBlocking {}
