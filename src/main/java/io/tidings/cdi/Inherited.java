package io.tidings.cdi;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The methods that a class has of itself and of its superclasses, without those that are overridden. */
final class Inherited {

    private Inherited() {}

    /** In an order that is the same on every JVM. */
    static List<Method> methodsOf(Class<?> type) {
        List<Method> all = new ArrayList<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            for (Method method : each.getDeclaredMethods()) {
                if (all.stream().noneMatch(lower -> overrides(lower, method))) {
                    all.add(method);
                }
            }
        }
        all.removeIf(Method::isSynthetic);
        all.sort(Comparator.comparing(Method::getName).thenComparing(Method::toGenericString));
        return all;
    }

    private static boolean overrides(Method lower, Method method) {
        int modifiers = method.getModifiers();
        return lower.getName().equals(method.getName())
                && Arrays.equals(lower.getParameterTypes(), method.getParameterTypes())
                && lower.getDeclaringClass() != method.getDeclaringClass()
                && !Modifier.isPrivate(modifiers)
                && (Modifier.isPublic(modifiers)
                        || Modifier.isProtected(modifiers)
                        || lower.getDeclaringClass().getPackage()
                                == method.getDeclaringClass().getPackage());
    }
}
