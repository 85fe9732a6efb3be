package io.tidings.bench.load;

import java.util.Map;

/** One load run, as given on the command line in words like {@code clients=100}. */
record Plan(Mode mode, Target target, Shape shape, Span span, long serverPid) {

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("mode", "echo"),
            Map.entry("host", "127.0.0.1"),
            Map.entry("port", "8080"),
            Map.entry("path", "/engine.io/"),
            Map.entry("clients", "100"),
            Map.entry("inflight", "4"),
            Map.entry("payload", "32"),
            Map.entry("binary", "false"),
            Map.entry("warmup", "5"),
            Map.entry("seconds", "10"),
            Map.entry("pid", "0"));

    Plan {
        if (shape.binary() && mode == Mode.POLLING_ECHO) {
            throw new IllegalArgumentException("binary=true needs WebSocket");
        }
    }

    static Plan of(String... given) {
        Words words = Words.of(DEFAULTS, given);
        return new Plan(
                Mode.labelled(words.text("mode")),
                new Target(words.text("host"), words.number("port"), words.text("path")),
                new Shape(
                        words.number("clients"),
                        words.number("inflight"),
                        words.number("payload"),
                        words.flag("binary")),
                new Span(words.seconds("warmup"), words.seconds("seconds")),
                words.number("pid"));
    }
}
