package io.tidings.cdi;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a parameter gets for a value that is missing or null: a refusal, unless its declaration provides for that. */
enum Absence {
    REFUSED {
        @Override
        @Nullable
        Object absent(Supplier<RuntimeException> refusal) {
            throw refusal.get();
        }
    },
    NULL {
        @Override
        @Nullable
        Object absent(Supplier<RuntimeException> refusal) {
            return null;
        }
    },
    EMPTY {
        @Override
        Object absent(Supplier<RuntimeException> refusal) {
            return Optional.empty();
        }

        @Override
        Object present(Object value) {
            return Optional.of(value);
        }
    };

    @Nullable
    abstract Object absent(Supplier<RuntimeException> refusal);

    Object present(Object value) {
        return value;
    }
}
