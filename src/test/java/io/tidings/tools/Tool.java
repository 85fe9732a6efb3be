package io.tidings.tools;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/**
 * A program from outside the JDK that a test needs.
 *
 * @param names what it is called, on one system or another
 */
public record Tool(List<String> names) {

    public static final Tool NODE = new Tool(List.of("node", "nodejs"));
    public static final Tool CHROMIUM = new Tool(List.of("chromium", "chromium-browser"));

    /** How the message of every test begins that was skipped for want of a tool. */
    static final String MISSING = "Missing tool: ";

    public Tool {
        names = List.copyOf(names);
    }

    /**
     * Returns where the tool is. Where it is not, the test is skipped with the name of the tool, or fails when the
     * build was started with {@code -Dtools=required}.
     */
    public Path require() {
        return require(System.getenv("PATH"), System.getProperty("tools", ""));
    }

    Path require(String searchPath, String tools) {
        Optional<Path> place = Arrays.stream(searchPath.split(File.pathSeparator))
                .flatMap(directory -> names.stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
        return place.orElseThrow(() -> absent(tools.equals("required")));
    }

    private RuntimeException absent(boolean required) {
        String message = MISSING + names.get(0);
        if (required) {
            throw new AssertionError(message);
        }
        return new TestAbortedException(message);
    }
}
