package io.tidings.json;

import io.tidings.api.Argument;
import io.tidings.api.ArgumentException;
import io.tidings.protocol.Bytes;
import io.tidings.socketio.ArgumentReader;
import io.tidings.socketio.RawArgument;
import jakarta.json.JsonValue;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the reader for a type: one of ours where no binder is needed, else JSON-B. */
final class Readers {

    private static final Map<Class<?>, ValueReader> FIXED = Map.of(
            Object.class,
            new AnyReader(),
            byte[].class,
            new BinaryReader(Bytes::toArray),
            ByteBuffer.class,
            new BinaryReader(Bytes::asByteBuffer),
            Argument.class,
            Incoming::whole,
            RawArgument.class,
            Incoming::whole,
            OptionalInt.class,
            optional(Integer.class, OptionalInt.empty(), value -> OptionalInt.of((int) value)),
            OptionalLong.class,
            optional(Long.class, OptionalLong.empty(), value -> OptionalLong.of((long) value)),
            OptionalDouble.class,
            optional(Double.class, OptionalDouble.empty(), value -> OptionalDouble.of((double) value)));

    private final Forms forms;
    private final Binding binding;

    Readers(Forms forms, Binding binding) {
        this.forms = forms;
        this.binding = binding;
    }

    private static ValueReader optional(Class<?> type, Object empty, Function<Object, Object> present) {
        return new OptionalReader(Objects.requireNonNull(Scalars.of(type)), empty, present);
    }

    /** The reader for an argument as a whole. */
    ArgumentReader argument(Type type) {
        if (type == Argument.class || type == RawArgument.class) {
            return argument -> argument;
        }
        ValueReader reader = of(Types.resolved(type, Map.of()), null);
        return reader instanceof ScalarReader scalar ? scalar : argument -> read(reader, argument);
    }

    private static @Nullable Object read(ValueReader reader, RawArgument argument) {
        try {
            return reader.read(new Incoming(argument));
        } catch (StackOverflowError deep) {
            throw new ArgumentException("is nested too deeply", deep);
        }
    }

    /**
     * The reader for a value of a type without variables.
     *
     * @param outer the reader of the record in which the value stands, if it stands in one
     */
    ValueReader of(Type type, @Nullable RecordReader outer) {
        Class<?> raw = Types.raw(type);
        ValueReader simple = simple(raw);
        if (simple != null) {
            return simple;
        }
        ValueReader container = container(raw, type, outer);
        if (container != null) {
            return container;
        }
        RecordForm form = forms.ofRecord(raw);
        if (form != null) {
            RecordReader same = outer == null ? null : outer.enclosing(type);
            return same == null ? new RecordReader(type, form, this, outer) : same;
        }
        return forms.isOurEnum(raw) ? enumeration(raw) : new BoundReader(type, binding);
    }

    private @Nullable ValueReader simple(Class<?> raw) {
        if (JsonValue.class.isAssignableFrom(raw)) {
            return new JsonValueReader(raw, binding);
        }
        ValueReader scalar = Scalars.of(raw);
        return scalar == null ? FIXED.get(raw) : scalar;
    }

    private @Nullable ValueReader container(Class<?> raw, Type type, @Nullable RecordReader outer) {
        if (raw == List.class || raw == Collection.class || raw == Iterable.class) {
            return new ListReader(of(Types.argument(type, 0), outer), elements -> elements);
        }
        if (raw == Set.class) {
            return new ListReader(of(Types.argument(type, 0), outer), Distinct::of);
        }
        if (raw == Optional.class) {
            return new OptionalReader(of(Types.argument(type, 0), outer), Optional.empty(), Optional::of);
        }
        if (raw == Map.class && hasTextKeys(type)) {
            return new MapReader(of(Types.argument(type, 1), outer));
        }
        return raw.isArray() ? array(raw.componentType(), type, outer) : null;
    }

    private static boolean hasTextKeys(Type map) {
        Type key = Types.argument(map, 0);
        return key == String.class || key == Object.class;
    }

    private ValueReader array(Class<?> component, Type type, @Nullable RecordReader outer) {
        Type element = type instanceof GenericArrayType generic ? generic.getGenericComponentType() : component;
        return new ListReader(of(element, outer), elements -> {
            Object array = Array.newInstance(component, elements.size());
            for (int i = 0; i < elements.size(); i++) {
                Array.set(array, i, elements.get(i));
            }
            return array;
        });
    }

    private static ValueReader enumeration(Class<?> type) {
        Map<String, Object> constants = new HashMap<>();
        for (Object constant : type.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name(), constant);
        }
        return new ScalarReader(Scalars.string("is not the name of a " + type.getSimpleName(), constants::get), false);
    }
}
