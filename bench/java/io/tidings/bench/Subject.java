package io.tidings.bench;

import io.tidings.bench.load.Mode;

/** Something to measure. */
interface Subject {

    /** How the tables call it. */
    String label();

    /** The path of its echo. */
    String path();

    /** The mode of the generator that does with it what {@code wanted} does with an Engine.IO server. */
    default Mode mode(Mode wanted) {
        return wanted;
    }

    Running start();
}
