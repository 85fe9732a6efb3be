package io.tidings.api.spi;

import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Qualifies the {@code Jsonb} of an application that reads and writes the arguments of events instead of the server's own.
 *
 * <pre>{@code
 * @Produces @ForArguments @ApplicationScoped
 * Jsonb arguments() {
 *     return JsonbBuilder.create(new JsonbConfig().withDateFormat("dd.MM.yyyy", null));
 * }
 * }</pre>
 */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER})
public @interface ForArguments {}
