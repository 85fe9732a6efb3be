package io.tidings.transport.fakes;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Lets an object with some of an interface's methods stand in for all of it; whatever else is called fails the test. */
public final class Stand {

    private Stand() {}

    public static <T> T in(Class<T> type, Object actor) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "equals" -> arguments != null && proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "toString" -> actor.toString();
                    default -> call(actor, method, arguments);
                }));
    }

    private static @Nullable Object call(Object actor, Method asked, Object @Nullable [] arguments) throws Throwable {
        Method known;
        try {
            known = actor.getClass().getMethod(asked.getName(), asked.getParameterTypes());
        } catch (NoSuchMethodException unknown) {
            throw new UnsupportedOperationException(
                    actor.getClass().getSimpleName() + " does not know " + asked, unknown);
        }
        try {
            return known.invoke(actor, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
