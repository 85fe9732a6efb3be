package io.tidings.bench;

import io.tidings.bench.load.Mode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The same load on two or more servers by turns: all run at once, one is loaded at a time. Whatever disturbs the machine
 * for a while disturbs all of a round, so that the ratio of a round says more than the figures themselves. On a machine
 * that others use, the CPU time of a message says more than messages per second. The first subject is the one in
 * question, the others are what it is compared with.
 */
record Contest(Mode mode, List<Subject> subjects, Duration warmUp, int rounds, Generator generator)
        implements Benchmark {

    Contest {
        subjects = List.copyOf(subjects);
    }

    @Override
    public String run(Progress progress) {
        List<Entrant> entrants = new ArrayList<>();
        try {
            for (Subject subject : subjects) {
                progress.say("starting " + subject.label());
                entrants.add(new Entrant(subject));
            }
            measure(entrants, progress);
            return table(entrants);
        } finally {
            entrants.forEach(entrant -> entrant.server().close());
        }
    }

    private void measure(List<Entrant> entrants, Progress progress) {
        for (Entrant entrant : entrants) {
            progress.say("warming up " + entrant.subject().label());
            generator.warmingUp(warmUp).run(mode, entrant.subject(), entrant.server());
        }
        for (int round = 1; round <= rounds; round++) {
            for (Entrant entrant : entrants) {
                Sample sample = generator.run(mode, entrant.subject(), entrant.server());
                entrant.scored(sample);
                progress.say("round %d, %s: %s per second"
                        .formatted(round, entrant.subject().label(), Table.whole(sample.number("per-second"))));
            }
        }
    }

    private String table(List<Entrant> entrants) {
        Entrant first = entrants.get(0);
        Table table = new Table(
                mode.label(),
                "per second",
                "first / this",
                "CPU µs each",
                "first / this by CPU",
                "p50 µs",
                "p99 µs",
                "p99.9 µs",
                "max µs",
                "load busy");
        for (Entrant entrant : entrants) {
            table.row(
                    entrant.subject().label(),
                    Table.whole(entrant.median("per-second")),
                    Table.decimal(first.medianRatio(entrant, "per-second")),
                    Table.decimal(entrant.median("server.cpu.us")),
                    Table.decimal(entrant.medianRatio(first, "server.cpu.us")),
                    Table.whole(entrant.median("p50.us")),
                    Table.whole(entrant.median("p99.us")),
                    Table.whole(entrant.median("p99.9.us")),
                    Table.whole(entrant.median("max.us")),
                    Table.whole(entrant.median("generator.busy.percent")) + " %");
        }
        return table.toString();
    }
}
