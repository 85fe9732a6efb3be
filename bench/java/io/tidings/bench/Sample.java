package io.tidings.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the generator printed about one run. */
record Sample(Map<String, String> values) {

    Sample {
        values = Map.copyOf(values);
    }

    static Sample of(List<String> lines) {
        return new Sample(lines.stream()
                .map(line -> line.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> second)));
    }

    double number(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("no " + name + " in " + values);
        }
        return Double.parseDouble(value);
    }
}
