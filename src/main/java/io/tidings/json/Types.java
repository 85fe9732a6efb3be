package io.tidings.json;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Types of Java as reflection gives them. */
final class Types {

    private Types() {}

    /** A type in which each variable has been replaced by what it stands for, and each wildcard by its upper bound. */
    static Type resolved(Type type, Map<TypeVariable<?>, Type> variables) {
        if (type instanceof TypeVariable<?> variable) {
            Type known = variables.get(variable);
            return known == null ? raw(variable) : known;
        }
        if (type instanceof WildcardType wildcard) {
            return resolved(wildcard.getUpperBounds()[0], variables);
        }
        if (type instanceof GenericArrayType array) {
            Type component = resolved(array.getGenericComponentType(), variables);
            return component instanceof Class<?> known ? known.arrayType() : new GenericArray(component);
        }
        if (type instanceof ParameterizedType generic) {
            List<Type> arguments = Stream.of(generic.getActualTypeArguments())
                    .map(argument -> resolved(argument, variables))
                    .toList();
            return new Parameterized(raw(generic), arguments, generic.getOwnerType());
        }
        return type;
    }

    static Class<?> raw(Type type) {
        if (type instanceof Class<?> known) {
            return known;
        }
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        if (type instanceof GenericArrayType array) {
            return raw(array.getGenericComponentType()).arrayType();
        }
        if (type instanceof TypeVariable<?> variable) {
            return raw(variable.getBounds()[0]);
        }
        return raw(((WildcardType) type).getUpperBounds()[0]);
    }

    /** The argument of a generic type at that position; Object where it is used without. */
    static Type argument(Type type, int index) {
        return type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[index] : Object.class;
    }

    /** What the variables of a generic class stand for in a type. */
    static Map<TypeVariable<?>, Type> variables(Type type) {
        Map<TypeVariable<?>, Type> variables = new HashMap<>();
        if (type instanceof ParameterizedType generic) {
            TypeVariable<?>[] names = raw(type).getTypeParameters();
            for (int i = 0; i < names.length; i++) {
                variables.put(names[i], generic.getActualTypeArguments()[i]);
            }
        }
        return variables;
    }

    private record Parameterized(
            Class<?> raw, List<Type> arguments, @Nullable Type owner) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(Type[]::new);
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return owner;
        }
    }

    private record GenericArray(Type component) implements GenericArrayType {

        @Override
        public Type getGenericComponentType() {
            return component;
        }
    }
}
