package io.tidings.bench;

import java.util.List;

/** What the rounds of a benchmark found of one thing, in order of size. */
record Series(List<Double> values) {

    Series {
        values = values.stream().sorted().toList();
    }

    double median() {
        int middle = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(middle) : (values.get(middle - 1) + values.get(middle)) / 2;
    }

    double least() {
        return values.get(0);
    }

    double most() {
        return values.get(values.size() - 1);
    }
}
