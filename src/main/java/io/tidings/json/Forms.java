package io.tidings.json;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The records and enums that are read and written here; JSON-B is asked for all others. Remembers what it found out, which is as much
 * as the application has classes. Safe for use by many threads.
 */
final class Forms {

    private final boolean none;
    private final Map<Class<?>, Optional<RecordForm>> records = new ConcurrentHashMap<>();
    private final Map<Class<?>, Boolean> enums = new ConcurrentHashMap<>();

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
        if (none || !type.isRecord()) {
            return null;
        }
        return records.computeIfAbsent(type, each -> Optional.ofNullable(RecordForm.of(each)))
                .orElse(null);
    }

    boolean isOurEnum(Class<?> type) {
        return !none && type.isEnum() && enums.computeIfAbsent(type, JsonbAnnotations::onlyRename);
    }
}
