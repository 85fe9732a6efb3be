package io.tidings.bench;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** Counts by name. */
final class Tally {

    private final Map<String, Long> counts = new HashMap<>();

    void add(String name, long count) {
        counts.merge(name, count, Long::sum);
    }

    /** The largest counts with their share. */
    String table(String name, String unit, int limit) {
        return table(name, unit, limit, 1);
    }

    /** The largest counts, divided, with their share. */
    String table(String name, String unit, int limit, double divisor) {
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        Table table = new Table(name, unit, "share");
        counts.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> -entry.getValue()))
                .limit(limit)
                .forEach(entry -> table.row(
                        "`" + entry.getKey() + "`",
                        divisor == 1
                                ? Table.whole((double) entry.getValue())
                                : Table.decimal(entry.getValue() / divisor),
                        Table.decimal(100.0 * entry.getValue() / total) + " %"));
        return table.toString();
    }
}
