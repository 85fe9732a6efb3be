package io.tidings.json;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes sets of what clients send, but not of elements that they have chosen to make that slow. */
final class Distinct {

    /**
     * How many different elements may have the same hash. Those that can be compared are found quickly all the same; of others, such
     * as records, each new one is held against all.
     */
    private static final int MOST_OF_ONE_HASH = 100;

    private Distinct() {}

    static Set<@Nullable Object> of(List<@Nullable Object> elements) {
        Set<@Nullable Object> set = new LinkedHashSet<>();
        Map<Integer, Integer> hashes = new HashMap<>();
        for (Object element : elements) {
            boolean added = set.add(element);
            if (added && element != null && !(element instanceof Comparable)) {
                int alike = hashes.merge(element.hashCode(), 1, Integer::sum);
                if (alike > MOST_OF_ONE_HASH) {
                    throw new Mismatch("has too many elements of the same hash");
                }
            }
        }
        return set;
    }
}
