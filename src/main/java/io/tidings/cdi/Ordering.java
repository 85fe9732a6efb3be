package io.tidings.cdi;

import jakarta.annotation.Priority;
import java.util.Comparator;

/** The order in which beans of one kind have their turn. */
final class Ordering {

    private static final int PRIORITY_OF_OTHERS = 5_000;

    /** By priority, and by name where that leaves it open. */
    static final Comparator<Class<?>> BY_PRIORITY =
            Comparator.<Class<?>>comparingInt(Ordering::priorityOf).thenComparing(Class::getName);

    private Ordering() {}

    private static int priorityOf(Class<?> type) {
        Priority priority = type.getAnnotation(Priority.class);
        return priority == null ? PRIORITY_OF_OTHERS : priority.value();
    }
}
