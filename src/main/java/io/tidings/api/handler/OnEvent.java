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
 * io.tidings.api.Socket}, {@link io.tidings.api.Handshake}, {@link java.security.Principal}, {@link io.tidings.api.Ack}, {@link
 * io.tidings.api.Arguments} (all of them), and those with {@link Auth} or {@link Query}. What the method returns, or the stage
 * that it returns ends with, is the acknowledgement; an exception is an error acknowledgement.
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
