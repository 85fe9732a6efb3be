package io.tidings.json;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records and enums that are read and written here; JSON-B is asked for all others. Safe for use by many threads. */
final class Forms {

    private final boolean none;

    private final ClassValue<Optional<RecordForm>> records = new ClassValue<>() {
        @Override
        protected Optional<RecordForm> computeValue(Class<?> type) {
            return Optional.ofNullable(RecordForm.of(type));
        }
    };

    private final ClassValue<Boolean> enums = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return JsonbAnnotations.onlyRename(type);
        }
    };

    private Forms(boolean none) {
        this.none = none;
    }

    /** All of which JSON-B has not been told otherwise. */
    static Forms plain() {
        return new Forms(false);
    }

    static Forms none() {
        return new Forms(true);
    }

    /** The form of a record class; null if records of that class are for JSON-B, or if it is no record class. */
    @Nullable
    RecordForm ofRecord(Class<?> type) {
        return none || !type.isRecord() ? null : records.get(type).orElse(null);
    }

    boolean isOurEnum(Class<?> type) {
        return !none && type.isEnum() && enums.get(type);
    }
}
