package io.tidings;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages print is a part of what is compiled and run: whole lines, and nothing left out between them. */
class GuideTest {

    private static final Pattern FENCE = Pattern.compile("(?ms)^```(java|js)\\n(.*?)^```$");
    private static final Path APPLICATION = Path.of("src/test/java/io/tidings/guide");
    private static final Path TESTS = Path.of("src/test/java/io/tidings/clients/GuideIT.java");
    private static final Path SCRIPT = Path.of("src/test/js/guide.mjs");

    /** A piece of code in a page. */
    record Snippet(Path page, String code) {

        @Override
        public String toString() {
            return page + ": " + code.lines().findFirst().orElse("");
        }
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void quotes(Snippet snippet) throws IOException {
        List<Path> sources = new ArrayList<>(List.of(SCRIPT, TESTS));
        sources.addAll(filesIn(APPLICATION, ".java"));
        sources.addAll(filesIn(APPLICATION.resolve("others"), ".java"));

        assertThat(sources)
                .as(snippet.code())
                .anyMatch(source -> holds(source, snippet.code().strip()));
    }

    static List<Snippet> snippets() throws IOException {
        List<Path> pages = new ArrayList<>(filesIn(Path.of("docs/guide"), ".md"));
        List<Snippet> snippets = new ArrayList<>();
        pages.add(Path.of("README.md"));
        for (Path page : pages) {
            FENCE.matcher(Files.readString(page))
                    .results()
                    .filter(fence -> !isChatOfTheReadme(page, fence.group(1)))
                    .forEach(fence -> snippets.add(new Snippet(page, fence.group(2))));
        }
        return snippets;
    }

    /** Which GuideIT compiles as it is printed. */
    private static boolean isChatOfTheReadme(Path page, String language) {
        return page.equals(Path.of("README.md")) && language.equals("java");
    }

    private static boolean holds(Path source, String code) {
        try {
            List<String> lines = Files.readAllLines(source);
            int height = (int) code.lines().count();
            return IntStream.rangeClosed(0, lines.size() - height)
                    .mapToObj(start ->
                            lines.subList(start, start + height).stream().collect(joining("\n")))
                    .anyMatch(part -> part.stripIndent().strip().equals(code));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> filesIn(Path directory, String ending) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
