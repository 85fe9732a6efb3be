package io.tidings.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The core of the server and the core of the load: a server must not win by taking time from its measurer. */
final class Cores {

    private static final String SERVER = "0";
    private static final String LOAD = "1";

    private Cores() {}

    /** The words before a command that pin it to the server's core. */
    static String[] server() {
        return pinnedTo(SERVER);
    }

    /** The words before a command that pin it to the core of the load. */
    static String[] load() {
        return pinnedTo(LOAD);
    }

    /** Fails with a reason where nothing can be pinned. */
    static void check() {
        if (Runtime.getRuntime().availableProcessors() < 2) {
            throw new IllegalStateException(
                    "The benchmarks need two processors, one for the server and one for the load.");
        }
        String path = System.getenv().getOrDefault("PATH", "");
        boolean found = Arrays.stream(path.split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "taskset")));
        if (!found) {
            throw new IllegalStateException(
                    "The benchmarks need taskset (Linux, package util-linux), which is not on PATH.");
        }
    }

    private static String[] pinnedTo(String core) {
        return new String[] {"taskset", "-c", core};
    }
}
