package io.tidings.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/**
 * The directory a server takes a WAR from. Both servers watch such a directory and leave a marker file beside the
 * WAR that says what became of it; they differ in the names of the markers only.
 *
 * @param directory the watched directory
 * @param name what the WAR is called there
 * @param deployed how the marker of success ends
 * @param failed how the marker of failure ends
 */
record DropIns(Path directory, String name, String deployed, String failed) {

    /** For the WAR that is served at the root, under a name that servers know as that. */
    static DropIns ofRoot(Path directory, String deployed, String failed) {
        return new DropIns(directory, "ROOT.war", deployed, failed);
    }

    /** The same for another WAR. */
    DropIns of(String other) {
        return new DropIns(directory, other, deployed, failed);
    }

    /** Puts the WAR there; the server sees it whole or not at all. */
    void put(Path war) {
        try {
            Files.deleteIfExists(marker(failed));
            Path whole = Files.copy(war, directory.resolveSibling(name), StandardCopyOption.REPLACE_EXISTING);
            Files.setLastModifiedTime(whole, FileTime.from(Instant.now()));
            Files.move(whole, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove() {
        try {
            Files.delete(directory.resolve(name));
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
        return directory.resolve(name + ending);
    }
}
