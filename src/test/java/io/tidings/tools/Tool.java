package io.tidings.tools;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/**
 * A program from outside the JDK that a test needs.
 *
 * @param names what it is called, on one system or another
 * @param proof arguments with which it succeeds only where it has all that the test needs of it; none if it always does
 */
public record Tool(List<String> names, List<String> proof) {

    public static final Tool NODE = new Tool(List.of("node", "nodejs"));
    public static final Tool CHROMIUM = new Tool(List.of("chromium", "chromium-browser"));
    public static final Tool PYTHON =
            new Tool(List.of("python3"), List.of("-c", "import requests, socketio, websocket"));
    public static final Tool NGINX = new Tool(List.of("nginx"));
    public static final Tool HAPROXY = new Tool(List.of("haproxy"));

    /** Where Debian has servers that anybody may start, but only root has it on the search path. */
    private static final String SERVERS = "/usr/sbin";

    /** How the message of every test begins that was skipped for want of a tool. */
    static final String MISSING = "Missing tool: ";

    public Tool {
        names = List.copyOf(names);
        proof = List.copyOf(proof);
    }

    public Tool(List<String> names) {
        this(names, List.of());
    }

    /**
     * Returns where the tool is. Where it is not, the test is skipped with the name of the tool, or fails when the
     * build was started with {@code -Dtools=required}.
     */
    public Path require() {
        return require(System.getenv("PATH") + File.pathSeparator + SERVERS, System.getProperty("tools", ""));
    }

    Path require(String searchPath, String tools) {
        Optional<Path> place = Arrays.stream(searchPath.split(File.pathSeparator))
                .flatMap(directory -> names.stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .filter(this::isProven)
                .findFirst();
        return place.orElseThrow(() -> absent(tools.equals("required")));
    }

    private boolean isProven(Path program) {
        if (proof.isEmpty()) {
            return true;
        }
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(proof);
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notAProgram) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private RuntimeException absent(boolean required) {
        String message = MISSING
                + String.join(" ", names.get(0), String.join(" ", proof)).strip();
        if (required) {
            throw new AssertionError(message);
        }
        return new TestAbortedException(message);
    }
}
