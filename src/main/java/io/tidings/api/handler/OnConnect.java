package io.tidings.api.handler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls the method when a socket has connected, before any event of it. Parameters: {@link io.tidings.api.Socket}, {@link
 * io.tidings.api.Handshake}, {@link io.tidings.api.Namespace}, {@link java.security.Principal}, and those with {@link Auth} or
 * {@link Query}; a client whose auth does not fit them is disconnected. Who may not call it, by {@code @RolesAllowed} of the method
 * or its class, is not even connected.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnConnect {}
