package io.tidings.bench;

import java.util.List;

/** A server that is up and pinned to its core. */
interface Running extends AutoCloseable {

    long pid();

    int port();

    /** All that it consists of; what is measured last comes last. */
    default List<Long> pids() {
        return List.of(pid());
    }

    /** Where its clients are, by turns. */
    default List<Integer> ports() {
        return List.of(port());
    }

    @Override
    void close();
}
