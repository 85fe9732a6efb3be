package io.tidings.clients;

import io.tidings.tools.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A script of {@code src/test/js}. */
final class NodeScript {

    private final TapScript script;

    /** The script gets the arguments on its command line; {@code lines} gets what it prints, as it comes. */
    NodeScript(String name, List<String> arguments, Consumer<String> lines) {
        List<String> command = new ArrayList<>(List.of(Tool.NODE.require().toString(), "--test-reporter=tap", name));
        command.addAll(arguments);
        script = new TapScript("js", command, lines);
    }

    NodeScript(String name, String... arguments) {
        this(name, List.of(arguments), line -> {});
    }

    /** Runs the script and returns one test for each of its scenarios. */
    Stream<DynamicTest> run() {
        return script.run();
    }
}
