package io.tidings.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;

/** Processes that must not outlive the one that started them. */
final class Children {

    private Children() {}

    /** Starts a command whose output the caller reads. */
    static Process start(List<String> command) {
        return start(command, Redirect.PIPE);
    }

    /** Starts a command that runs until it is stopped; what it prints interests nobody. */
    static Process serve(List<String> command) {
        return start(command, Redirect.DISCARD);
    }

    private static Process start(List<String> command, Redirect output) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(output)
                    .redirectError(Redirect.INHERIT)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.get(0), e);
        }
    }

    static void stop(Process process) {
        process.destroy();
        await(process);
    }

    static int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
