package io.tidings.bench;

/** A server that is up and pinned to its core. */
interface Running extends AutoCloseable {

    long pid();

    int port();

    @Override
    void close();
}
