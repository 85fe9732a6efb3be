package io.tidings.bench;

import java.nio.file.Path;

/** The programs beside the JVM that runs the benchmarks. */
final class Jdk {

    private Jdk() {}

    static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }
}
