package io.tidings.bench.load;

import java.util.List;
import java.util.Map;

/** One load run, as given on the command line in words like {@code clients=100}. */
record Plan(Mode mode, Target target, Shape shape, Pace pace, Span span, List<Integer> serverPids) {

    /** Where it says nothing, the mode decides. */
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("mode", "echo"),
            Map.entry("host", "127.0.0.1"),
            Map.entry("port", "8080"),
            Map.entry("path", ""),
            Map.entry("event", ""),
            Map.entry("clients", ""),
            Map.entry("audience", ""),
            Map.entry("inflight", "4"),
            Map.entry("rate", "0"),
            Map.entry("payload", "32"),
            Map.entry("binary", "false"),
            Map.entry("warmup", "5"),
            Map.entry("seconds", "10"),
            Map.entry("halts", "false"),
            Map.entry("pid", "0"));

    Plan {
        if (shape.binary() && (mode == Mode.POLLING_ECHO || mode.isSocketIo())) {
            throw new IllegalArgumentException("binary=true needs Engine.IO over WebSocket");
        }
    }

    static Plan of(String... given) {
        Words words = Words.of(DEFAULTS, given);
        Mode mode = Mode.labelled(words.text("mode"));
        int clients = words.number("clients", mode.usualClients());
        return new Plan(
                mode,
                new Target(words.text("host"), words.numbers("port"), words.text("path", mode.path())),
                new Shape(
                        clients,
                        words.number("audience", clients),
                        words.number("payload"),
                        words.flag("binary"),
                        words.text("event", mode.event())),
                new Pace(words.number("inflight"), words.number("rate")),
                new Span(words.seconds("warmup"), words.seconds("seconds"), words.flag("halts")),
                words.numbers("pid"));
    }
}
