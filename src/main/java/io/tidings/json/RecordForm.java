package io.tidings.json;

import io.tidings.api.ArgumentException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the records of one class are taken apart and put together. */
final class RecordForm {

    private static final MethodType CREATION = MethodType.methodType(Object.class, Object[].class);
    private static final MethodType ACCESS = MethodType.methodType(Object.class, Object.class);

    private final Class<?> type;
    private final List<Component> components;
    private final Map<String, Integer> indices = new HashMap<>();
    private final MethodHandle constructor;

    /** @param name in JSON */
    record Component(String name, Type type, MethodHandle accessor) {}

    private RecordForm(Class<?> type, List<Component> components, MethodHandle constructor) {
        this.type = type;
        this.components = components;
        this.constructor = constructor;
        for (Component component : components) {
            indices.put(component.name, indices.size());
        }
    }

    /** The form of a record class; null if only JSON-B understands it. */
    static @Nullable RecordForm of(Class<?> type) {
        if (!JsonbAnnotations.onlyRename(type)) {
            return null;
        }
        try {
            RecordComponent[] declared = type.getRecordComponents();
            Class<?>[] types = Stream.of(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            MethodHandle constructor = MethodHandles.lookup()
                    .unreflectConstructor(canonical)
                    .asSpreader(Object[].class, types.length)
                    .asType(CREATION);
            List<Component> components = new ArrayList<>();
            for (RecordComponent component : declared) {
                components.add(component(type, component));
            }
            RecordForm form = new RecordForm(type, List.copyOf(components), constructor);
            return form.indices.size() == declared.length ? form : null;
        } catch (ReflectiveOperationException | InaccessibleObjectException closed) {
            // a module that is not open to us may be open to JSON-B
            return null;
        }
    }

    private static Component component(Class<?> type, RecordComponent component) throws ReflectiveOperationException {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        return new Component(
                JsonbAnnotations.nameOf(type.getDeclaredField(component.getName()))
                        .orElse(component.getName()),
                component.getGenericType(),
                MethodHandles.lookup().unreflect(accessor).asType(ACCESS));
    }

    List<Component> components() {
        return components;
    }

    /** Which component a member of JSON is for; null if none. */
    @Nullable
    Integer index(String member) {
        return indices.get(member);
    }

    /** A record of these values, in the order of the components. */
    Object create(@Nullable Object[] values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (ArgumentException refusal) {
            throw refusal;
        } catch (Error broken) {
            throw broken;
        } catch (Throwable invalid) {
            throw new Mismatch("is not a valid " + type.getSimpleName(), invalid);
        }
    }

    /** What a record has for a component. */
    @Nullable
    Object value(Component component, Object record) {
        try {
            return (Object) component.accessor.invokeExact(record);
        } catch (Error broken) {
            throw broken;
        } catch (Throwable unreadable) {
            throw new IllegalArgumentException(type.getName() + " cannot be written as JSON", unreadable);
        }
    }
}
