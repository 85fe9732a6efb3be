package io.tidings.json;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Reads what only JSON-B can read. */
record BoundReader(Type type, Binding binding) implements ValueReader {

    @Override
    public @Nullable Object read(Incoming in) {
        return binding.read(in.checkedWhole(), type);
    }
}
