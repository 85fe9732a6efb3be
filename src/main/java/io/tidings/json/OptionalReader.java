package io.tidings.json;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads values that may be null or missing, as one of the types for that. */
record OptionalReader(ValueReader value, Object empty, Function<Object, Object> present) implements ValueReader {

    @Override
    public Object read(Incoming in) {
        Object found = value.read(in);
        return found == null ? empty : present.apply(found);
    }

    @Override
    public @Nullable Object absent() {
        return empty;
    }
}
