package io.tidings.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
        return median(
                samples.stream().mapToDouble(sample -> sample.number(name)).toArray());
    }

    /** The median of the ratios of the rounds, not the ratio of the medians. */
    double medianRatio(Entrant reference, String name) {
        double[] ratios = new double[samples.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = samples.get(i).number(name) / reference.samples.get(i).number(name);
        }
        return median(ratios);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
