package io.tidings.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Asks a running JVM with the JDK's own jcmd. */
final class Jcmd {

    private Jcmd() {}

    static String run(long pid, String... words) {
        List<String> command = new ArrayList<>(List.of(Cores.load()));
        command.add(Jvm.tool("jcmd"));
        command.add(Long.toString(pid));
        command.addAll(List.of(words));
        Process process = Children.start(command);
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (Children.await(process) != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
