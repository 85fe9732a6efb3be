package io.tidings.clients;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A program of {@code src/test} whose scenarios become tests; it tells in TAP what became of each. */
final class TapScript {

    private static final Pattern VERDICT = Pattern.compile("(ok|not ok) \\d+ - (.*)");
    private static final Pattern PLAN = Pattern.compile("1\\.\\.(\\d+)");

    private record Scenario(String name, boolean passed, StringBuilder details) {

        DynamicTest test() {
            return DynamicTest.dynamicTest(name, () -> {
                if (!passed) {
                    throw new AssertionError(name + "\n" + details);
                }
            });
        }
    }

    private final Path directory;
    private final List<String> command;
    private final Consumer<String> lines;

    /** The command runs in that directory of {@code src/test}; {@code lines} gets what it prints, as it comes. */
    TapScript(String directory, List<String> command, Consumer<String> lines) {
        this.directory = Path.of(System.getProperty("basedir", ""), "src", "test", directory)
                .toAbsolutePath();
        this.command = List.copyOf(command);
        this.lines = lines;
    }

    /** Runs the script and returns one test for each of its scenarios. */
    Stream<DynamicTest> run() {
        List<Scenario> scenarios = new ArrayList<>();
        int planned = -1;
        List<String> output = output();
        for (String line : output) {
            Matcher verdict = VERDICT.matcher(line);
            Matcher plan = PLAN.matcher(line);
            if (verdict.matches()) {
                scenarios.add(new Scenario(verdict.group(2), verdict.group(1).equals("ok"), new StringBuilder()));
            } else if (plan.matches()) {
                planned = Integer.parseInt(plan.group(1));
            } else if (!scenarios.isEmpty()) {
                scenarios.get(scenarios.size() - 1).details.append(line).append('\n');
            }
        }
        if (scenarios.isEmpty() || scenarios.size() != planned) {
            throw new AssertionError(command + " ran " + scenarios.size() + " scenarios instead of " + planned + "\n"
                    + String.join("\n", output));
        }
        return scenarios.stream().map(Scenario::test);
    }

    private List<String> output() {
        List<String> output = new ArrayList<>();
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader reader = process.inputReader()) {
                reader.lines().peek(lines).forEach(output::add);
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return output;
    }
}
