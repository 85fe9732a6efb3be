package io.tidings.bench;

/** One question with a table for an answer. */
interface Benchmark {

    /** Measures; answers Markdown. Tells {@code progress} what it is about meanwhile. */
    String run(Progress progress);

    /** Where a benchmark says how far it is. */
    interface Progress {
        void say(String line);
    }
}
