package io.tidings.api.handler;

import io.tidings.api.NamespaceGate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The namespace that a bean handles, admits to or filters. A handler bean without it handles the main namespace; an {@link
 * io.tidings.api.Admission} or {@link io.tidings.api.PacketFilter} without it is asked for every namespace. Exactly one of
 * the three is given.
 *
 * <p>It makes a class a bean, application-scoped unless that has a scope of its own. A bean without handlers opens its namespace all
 * the same, to be written to. {@code @RolesAllowed} on the class also guards the door: where no {@link OnConnect} method says
 * otherwise, who has none of the roles is refused as {@code Forbidden}, after all admissions have said who it is.
 *
 * <pre>{@code
 * @Namespace("/chat")
 * public class Chat {
 *
 *     @OnEvent("say")
 *     void say(Socket socket, String text) {
 *         socket.broadcast().emit("said", text);
 *     }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Stereotype
@ApplicationScoped
@Target(ElementType.TYPE)
public @interface Namespace {

    /** The name of one namespace. */
    String value() default "";

    /** A regular expression: all namespaces whose whole name it matches. */
    String pattern() default "";

    /** The bean that decides which names are namespaces. */
    Class<? extends NamespaceGate> gate() default NamespaceGate.class;
}
