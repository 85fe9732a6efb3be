package io.tidings;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules that only the sources show. */
class SourcesTest {

    private static final int LONGEST_FILE = 300;
    private static final List<Path> ROOTS = List.of(
            Path.of("src/main/java"), Path.of("src/demo/java"), Path.of("src/test/java"), Path.of("bench/java"));

    private final List<Path> sources = sources();

    @Test
    void noFileIsTooLongToRead() {
        assertThat(sources)
                .filteredOn(file -> lines(file).size() > LONGEST_FILE)
                .isEmpty();
    }

    @Test
    void importsNameWhatTheyImport() {
        assertThat(sources)
                .filteredOn(file -> lines(file).stream().anyMatch(line -> line.matches("import .*\\*;")))
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() {
        SortedSet<String> packages = packages(sources);
        SortedSet<String> described = packages(sources.stream()
                .filter(file -> file.endsWith("package-info.java"))
                .filter(file ->
                        lines(file).get(0).startsWith("/**") && lines(file).contains("@NullMarked"))
                .toList());

        assertThat(described).isEqualTo(packages);
    }

    private static SortedSet<String> packages(List<Path> files) {
        return files.stream()
                .flatMap(file -> lines(file).stream().filter(line -> line.startsWith("package ")))
                .collect(toCollection(TreeSet::new));
    }

    private static List<Path> sources() {
        return ROOTS.stream()
                .filter(Files::isDirectory)
                .flatMap(root -> {
                    try (Stream<Path> tree = Files.walk(root)) {
                        return tree.filter(file -> file.toString().endsWith(".java")).toList().stream();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
