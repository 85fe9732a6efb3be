package io.tidings.api.handler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls the method with each event of that name.
 *
 * <p>Parameters without a meaning of their own are the arguments of the event by position; those with one are {@link
 * io.tidings.api.Socket}, {@link io.tidings.api.Handshake}, {@link io.tidings.api.Namespace}, {@link java.security.Principal}
 * (or the application's own class of principals), {@link io.tidings.api.Ack}, {@link io.tidings.api.Arguments} (all of them), {@link
 * io.tidings.api.IncomingEvent}, and those with {@link Auth} or {@link Query}. What the method returns, or the stage that it returns
 * ends with, is the acknowledgement; an exception is an error acknowledgement.
 *
 * <p>A value that is missing or null is refused with an {@link io.tidings.api.ArgumentException}, and without a principal a client
 * is refused as unauthorized; a parameter that may go without is an {@code Optional<T>}, which is empty, or has an annotation named
 * {@code Nullable}. Surplus arguments are ignored. Where the server has Jakarta Validation, what violates the constraints of a
 * parameter is refused with the error {@code Invalid arguments} and as data a list of {@code {path, message}}; the path begins with
 * the position of the argument, from 0 on: {@code 1.text}. {@code @RolesAllowed}, {@code @PermitAll} and {@code @DenyAll} are asked
 * before each call, on the method first and then on the class.
 *
 * <pre>{@code
 * @OnEvent("say")
 * String say(Socket socket, String room, Message message) {
 *     socket.to(room).emit("said", message);
 *     return "ok";
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnEvent {

    String value();
}
