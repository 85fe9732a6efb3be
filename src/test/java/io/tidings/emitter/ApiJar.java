package io.tidings.emitter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/** What the build packs for applications without sockets, as src/api says. */
final class ApiJar {

    private static final Path SOURCES = Path.of("src/api");

    private ApiJar() {}

    /** Lays it out in a directory. */
    static Path unpackedIn(Path directory, Path classes) {
        List<PathMatcher> listed = lines(SOURCES.resolve("classes.txt")).stream()
                .map(line -> FileSystems.getDefault().getPathMatcher("glob:" + line))
                .toList();
        copy(classes, directory, file -> listed.stream().anyMatch(pattern -> pattern.matches(file)));
        copy(SOURCES, directory, file -> file.startsWith("META-INF"));
        return directory;
    }

    /** Copies those files of a tree. */
    static void copy(Path from, Path to, PathMatcher those) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path name = from.relativize(file);
                if (those.matches(name)) {
                    Path target = to.resolve(name.toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
