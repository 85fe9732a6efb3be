package io.tidings.bench;

import io.tidings.bench.load.Mode;

/** Something to measure. */
interface Subject {

    /** How the tables call it. */
    String label();

    /** The mode of the generator that does with it what {@code wanted} does with the others. */
    default Mode mode(Mode wanted) {
        return wanted;
    }

    /** The event that its clients emit. */
    default String event(Mode mode) {
        return mode.event();
    }

    Running start();
}
