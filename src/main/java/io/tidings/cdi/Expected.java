package io.tidings.cdi;

import java.lang.annotation.Annotation;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.security.Principal;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The type of a value, and whether it may be missing: {@code T}, {@code Optional<T>} or {@code @Nullable T}. */
record Expected(Type type, Absence absence) {

    /** What a parameter declares. */
    static Expected of(Parameter parameter) {
        Type type = parameter.getParameterizedType();
        if (parameter.getType() == Optional.class) {
            return new Expected(checked(insideOf(type)), Absence.EMPTY);
        }
        return new Expected(checked(type), isNullable(parameter) ? Absence.NULL : Absence.REFUSED);
    }

    boolean isPrincipal() {
        return type instanceof Class<?> named && Principal.class.isAssignableFrom(named);
    }

    private static Type insideOf(Type optional) {
        if (optional instanceof ParameterizedType parameterized
                && !(parameterized.getActualTypeArguments()[0] instanceof WildcardType)) {
            return parameterized.getActualTypeArguments()[0];
        }
        throw new WrongBean("does not say what is optional; declare Optional<String>, for example");
    }

    private static Type checked(Type type) {
        if (isOpen(type)) {
            throw new WrongBean("has a type that is not known before it is called; declare a class or a record");
        }
        return type;
    }

    private static boolean isOpen(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return Arrays.stream(parameterized.getActualTypeArguments()).anyMatch(Expected::isOpen);
        }
        return type instanceof TypeVariable<?>
                || (type instanceof GenericArrayType array && isOpen(array.getGenericComponentType()));
    }

    /** By the simple name, because there are as many such annotations as there are tools. */
    private static boolean isNullable(Parameter parameter) {
        return !parameter.getType().isPrimitive()
                && Stream.of(
                                parameter.getAnnotations(),
                                parameter.getAnnotatedType().getAnnotations())
                        .flatMap(Arrays::stream)
                        .map(Annotation::annotationType)
                        .anyMatch(annotation -> annotation.getSimpleName().equals("Nullable"));
    }
}
