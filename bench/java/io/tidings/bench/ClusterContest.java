package io.tidings.bench;

import io.tidings.bench.load.Mode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Several nodes that look like one, by turns with another such cluster: how fast broadcasts get from one node to the clients of
 * all, what that costs, and what it costs a node that has no client who wants them. All processes of a cluster share one core,
 * its broker included.
 */
record ClusterContest(List<Subject> subjects, Duration warmUp, int rounds, int rate, Generator generator)
        implements Benchmark {

    /** One client at each node. */
    static final int NODES = 3;

    /** Broadcasts on their way at once where it is asked how many there can be. */
    private static final int PLENTY = 300;

    ClusterContest {
        subjects = List.copyOf(subjects);
    }

    /** One cluster, and what was found by each question. */
    private static final class Contestant {

        private final Entrant toAll;
        private final List<Sample> throughput = new ArrayList<>();
        private final List<Sample> pace = new ArrayList<>();
        private final List<Sample> stranger = new ArrayList<>();

        Contestant(Subject subject) {
            toAll = new Entrant(subject);
        }

        static double median(List<Sample> samples, String name) {
            return new Series(
                            samples.stream().map(sample -> sample.number(name)).toList())
                    .median();
        }
    }

    @Override
    public String run(Progress progress) {
        List<Contestant> contestants = new ArrayList<>();
        try {
            for (Subject subject : subjects) {
                progress.say("starting " + subject.label());
                contestants.add(new Contestant(subject));
            }
            for (Contestant contestant : contestants) {
                progress.say("warming up " + contestant.toAll.subject().label());
                // Few clients first, or there are too few broadcasts for the compiler to see.
                Generator warming = generator.warmingUp(warmUp);
                run(asManyAsGo(warming), contestant, contestant.toAll.server(), "hall");
                run(warming, contestant, contestant.toAll.server(), Mode.BCAST.event());
            }
            for (int round = 1; round <= rounds; round++) {
                for (Contestant contestant : contestants) {
                    progress.say(
                            "round " + round + ", " + contestant.toAll.subject().label());
                    measure(contestant);
                }
            }
            return table(contestants);
        } finally {
            contestants.forEach(contestant -> contestant.toAll.server().close());
        }
    }

    private void measure(Contestant contestant) {
        Running server = contestant.toAll.server();
        contestant.toAll.scored(run(generator, contestant, server, Mode.BCAST.event()));
        contestant.throughput.add(run(asManyAsGo(generator), contestant, server, "hall"));
        contestant.pace.add(run(generator.toAudience(NODES, rate), contestant, server, "hall"));
        // Only the first two nodes have clients, and only these are told of broadcasts.
        contestant.stranger.add(
                run(generator.toAudience(NODES - 1, rate), contestant, new WithoutLast(server), "hall"));
    }

    private static Generator asManyAsGo(Generator generator) {
        return generator.inFlight(PLENTY).toAudience(NODES, 0);
    }

    private static Sample run(Generator generator, Contestant contestant, Running server, String event) {
        return generator.run(Mode.BCAST, new Saying(contestant.toAll.subject(), event), server);
    }

    /** A subject whose clients emit another event. */
    private record Saying(Subject subject, String word) implements Subject {

        @Override
        public String label() {
            return subject.label();
        }

        @Override
        public String event(Mode mode) {
            return word;
        }

        @Override
        public Running start() {
            return subject.start();
        }
    }

    /** A cluster without clients at its last node. */
    private record WithoutLast(Running cluster) implements Running {

        @Override
        public long pid() {
            return cluster.pid();
        }

        @Override
        public int port() {
            return cluster.port();
        }

        @Override
        public List<Long> pids() {
            return cluster.pids();
        }

        @Override
        public List<Integer> ports() {
            List<Integer> all = cluster.ports();
            return all.subList(0, all.size() - 1);
        }

        @Override
        public void close() {
            cluster.close();
        }
    }

    private String table(List<Contestant> contestants) {
        Entrant first = contestants.get(0).toAll;
        Table table = new Table(
                "cluster of " + NODES,
                "deliveries per second",
                "CPU µs a delivery",
                "first / this by CPU",
                "broadcasts per second, one client a node",
                "here p50 / p99 µs at " + rate + " a second",
                "elsewhere p50 / p99 µs",
                "added p99 ms",
                "CPU µs a broadcast, node without receivers");
        for (Contestant contestant : contestants) {
            List<Sample> pace = contestant.pace;
            double here = Contestant.median(pace, "here.p99.us");
            double elsewhere = Contestant.median(pace, "elsewhere.p99.us");
            table.row(
                    contestant.toAll.subject().label(),
                    Table.whole(contestant.toAll.median("per-second")),
                    Table.decimal(contestant.toAll.median("server.cpu.us")),
                    Table.decimal(contestant.toAll.medianRatio(first, "server.cpu.us")),
                    Table.whole(Contestant.median(contestant.throughput, "per-second") / NODES),
                    Table.whole(Contestant.median(pace, "here.p50.us")) + " / " + Table.whole(here),
                    Table.whole(Contestant.median(pace, "elsewhere.p50.us")) + " / " + Table.whole(elsewhere),
                    Table.decimal((elsewhere - here) / 1_000),
                    Table.decimal(Contestant.median(contestant.stranger, "last.cpu.us") * (NODES - 1)));
        }
        return table.toString();
    }
}
