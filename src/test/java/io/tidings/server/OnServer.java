package io.tidings.server;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests of a class against a server that serves an application; constructors and test methods may take the
 * {@link AppServer} as a parameter. Classes that ask for the same get the same server; it stops after the last test
 * of the run. Which server it is says the system property {@code tidings.it.server}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnServerExtension.class)
public @interface OnServer {

    /** The WAR in target, without its ending. */
    String app() default "conformance";

    /** System properties of the server, written {@code name=value}. */
    String[] properties() default {};

    String[] jvmOptions() default {};
}
