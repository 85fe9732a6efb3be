package io.tidings.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One side of a contest: a server that runs, and what was measured of it round by round. */
final class Entrant {

    private final Subject subject;
    private final Running server;
    private final List<Sample> samples = new ArrayList<>();

    Entrant(Subject subject) {
        this.subject = subject;
        server = subject.start();
    }

    Subject subject() {
        return subject;
    }

    Running server() {
        return server;
    }

    void scored(Sample sample) {
        samples.add(sample);
    }

    double median(String name) {
        return new Series(samples.stream().map(sample -> sample.number(name)).toList()).median();
    }

    /** The median of the ratios of the rounds, not the ratio of the medians. */
    double medianRatio(Entrant reference, String name) {
        return new Series(IntStream.range(0, samples.size())
                        .mapToObj(round -> samples.get(round).number(name)
                                / reference.samples.get(round).number(name))
                        .toList())
                .median();
    }
}
