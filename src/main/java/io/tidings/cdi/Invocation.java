package io.tidings.cdi;

import static java.lang.invoke.MethodType.methodType;

import io.tidings.socketio.Occurrence;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A method of an instance with all of its parameters bound: what remains to be given is the occurrence. */
final class Invocation {

    private static final MethodHandle VALUE = valueOfBinding();

    private final MethodHandle handle;

    Invocation(Method method, Object instance, List<Binding> bindings) {
        this.handle = composed(direct(method).bindTo(instance), bindings);
    }

    @Nullable
    Object make(Occurrence occurrence) throws Throwable {
        return (Object) handle.invokeExact(occurrence);
    }

    /** (A, B)R becomes (Occurrence)Object; every step is taken here, none of them per call. */
    private static MethodHandle composed(MethodHandle method, List<Binding> bindings) {
        MethodHandle[] filters = new MethodHandle[bindings.size()];
        for (int i = 0; i < filters.length; i++) {
            filters[i] = VALUE.bindTo(bindings.get(i))
                    .asType(methodType(method.type().parameterType(i), Occurrence.class));
        }
        MethodHandle filtered = MethodHandles.filterArguments(method, 0, filters);
        MethodHandle ofOccurrence = MethodHandles.permuteArguments(
                filtered, methodType(method.type().returnType(), Occurrence.class), new int[filters.length]);
        return ofOccurrence.asType(methodType(Object.class, Occurrence.class));
    }

    /** Also for methods and classes that only their package can see, as handlers mostly are. */
    private static MethodHandle direct(Method method) {
        try {
            return MethodHandles.privateLookupIn(method.getDeclaringClass(), MethodHandles.lookup())
                    .unreflect(method);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(
                    method.getDeclaringClass().getName() + "." + method.getName()
                            + " cannot be called; its module has to open its package",
                    e);
        }
    }

    private static MethodHandle valueOfBinding() {
        try {
            return MethodHandles.lookup()
                    .findVirtual(Binding.class, "value", methodType(Object.class, Occurrence.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
