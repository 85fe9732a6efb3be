package io.tidings.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/**
 * The directory a server takes its WAR from. Both servers watch such a directory and leave a marker file beside the
 * WAR that says what became of it; they differ in the names of the markers only.
 *
 * @param directory the watched directory
 * @param deployed how the marker of success ends
 * @param failed how the marker of failure ends
 */
record DropIns(Path directory, String deployed, String failed) {

    private static final String WAR = "ROOT.war";

    /** Puts the WAR there under a name that servers know as the root; the server sees it whole or not at all. */
    void put(Path war) {
        try {
            Files.deleteIfExists(marker(failed));
            Path whole = Files.copy(war, directory.resolveSibling(WAR), StandardCopyOption.REPLACE_EXISTING);
            Files.setLastModifiedTime(whole, FileTime.from(Instant.now()));
            Files.move(whole, directory.resolve(WAR), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove() {
        try {
            Files.delete(directory.resolve(WAR));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean hasFailed() {
        return Files.exists(marker(failed));
    }

    /** When the server last said that the WAR is deployed; the epoch when it never did. */
    Instant deployedAt() {
        try {
            Path marker = marker(deployed);
            return Files.exists(marker) ? Files.getLastModifiedTime(marker).toInstant() : Instant.EPOCH;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path marker(String ending) {
        return directory.resolve(WAR + ending);
    }
}
