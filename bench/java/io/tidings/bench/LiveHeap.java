package io.tidings.bench;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is reachable in a JVM, by class. */
record LiveHeap(Map<String, Count> classes) {

    private static final Pattern ROW = Pattern.compile("(?m)^ *\\d+: +(\\d+) +(\\d+) +(\\S+)");

    /** Instances of a class, and the bytes of them all. */
    record Count(long instances, long bytes) {

        static final Count NONE = new Count(0, 0);

        Count plus(Count other) {
            return new Count(instances + other.instances, bytes + other.bytes);
        }

        Count minus(Count other) {
            return new Count(instances - other.instances, bytes - other.bytes);
        }
    }

    LiveHeap {
        classes = Map.copyOf(classes);
    }

    /** Collects all garbage of the process and looks at what is left. */
    static LiveHeap of(long pid) {
        Jcmd.run(pid, "GC.run");
        return parse(Jcmd.run(pid, "GC.class_histogram"));
    }

    static LiveHeap parse(String histogram) {
        Map<String, Count> classes = new LinkedHashMap<>();
        Matcher row = ROW.matcher(histogram);
        while (row.find()) {
            Count count = new Count(Long.parseLong(row.group(1)), Long.parseLong(row.group(2)));
            classes.merge(row.group(3), count, Count::plus);
        }
        return new LiveHeap(classes);
    }

    long bytes() {
        return classes.values().stream().mapToLong(Count::bytes).sum();
    }

    /** The classes that grew most since {@code before}. */
    List<Map.Entry<String, Count>> growth(LiveHeap before, int limit) {
        return classes.entrySet().stream()
                .map(entry -> Map.entry(
                        entry.getKey(),
                        entry.getValue().minus(before.classes.getOrDefault(entry.getKey(), Count.NONE))))
                .sorted(Comparator.comparingLong(entry -> -entry.getValue().bytes()))
                .limit(limit)
                .toList();
    }
}
