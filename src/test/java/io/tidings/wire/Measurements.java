package io.tidings.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Figures that are worth knowing and depend on the machine: recorded in a file, never asserted. */
final class Measurements {

    private static final Path FILE = Path.of(
            System.getProperty("basedir", ""), "target", "wire-" + System.getProperty("tidings.it.server") + ".txt");

    private Measurements() {}

    static synchronized void note(String line) {
        try {
            Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
