package io.tidings.json;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that a thread is at while it is within a call to JSON-B, for what JSON-B calls back. Nothing stays on the thread. */
final class Current<T> {

    @SuppressWarnings("ThreadLocalUsage") // each Current is itself in a static field
    private final ThreadLocal<@Nullable T> values = new ThreadLocal<>();

    /** Calls may be nested: afterwards the outer one goes on with what it is at. */
    <R extends @Nullable Object> R during(T value, Supplier<R> call) {
        T outer = values.get();
        values.set(value);
        try {
            return call.get();
        } finally {
            if (outer == null) {
                values.remove();
            } else {
                values.set(outer);
            }
        }
    }

    /** Empty outside of such a call. */
    Optional<T> get() {
        T value = values.get();
        if (value == null) {
            // looking has put an entry there
            values.remove();
        }
        return Optional.ofNullable(value);
    }
}
