package io.tidings.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The process of a server. It never outlives the JVM that started it. */
public final class ServerProcess {

    /** What an operator is promised for a stop is 10 seconds; the rest is for the kill that follows. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Process process;
    private final Path directory;
    private final Path logFile;
    private final Thread pump;
    private final Process watchdog;
    private volatile boolean told;
    private final Thread lastResort = new Thread(this::stop, "stop-server");

    private ServerProcess(Process process, Path directory, Consumer<String> lines) throws IOException {
        this.process = process;
        this.watchdog = watchdog(process.pid());
        this.directory = directory;
        this.logFile = directory.resolveSibling(directory.getFileName() + ".log");
        this.pump = new Thread(() -> pump(lines), "server-log-" + process.pid());
    }

    /** Starts a command in a directory that belongs to it alone and ends with it; the log is kept beside it. */
    static ServerProcess start(List<String> command, Path directory, Consumer<String> lines) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            ServerProcess started = new ServerProcess(process, directory, lines);
            Files.writeString(started.logFile, "");
            started.pump.setDaemon(true);
            started.pump.start();
            Runtime.getRuntime().addShutdownHook(started.lastResort);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether the server was told to end, so that its end is no surprise. */
    boolean wasTold() {
        return told;
    }

    /** Everything the server has printed so far. */
    public String log() {
        try {
            return Files.readString(logFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the inside of the server's JVM looks like now. */
    public Probe probe() {
        return new Probe(pid());
    }

    /** Returns the exit code when the server has ended by itself or by {@link #stop} or {@link #kill}. */
    public int await() throws InterruptedException {
        int code = process.waitFor();
        pump.join();
        return code;
    }

    /** Asks the server to end (SIGTERM), insists (SIGKILL) when it takes too long, and waits for its end. */
    public void stop() {
        told = true;
        end(process.toHandle()::destroy);
    }

    /** Ends the server at once, as {@code kill -9} does. */
    public void kill() {
        told = true;
        end(process.toHandle()::destroyForcibly);
    }

    /** Lets it run no further until it is thawed, as a machine does that hangs. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Signals go by the handle, because the process itself would close the stream of its last words. */
    private synchronized void end(Runnable signal) {
        signal.run();
        if (!ended(PATIENCE)) {
            process.toHandle().destroyForcibly();
            ended(PATIENCE);
        }
        watchdog.destroyForcibly();
        Project.delete(directory);
        forget();
    }

    /** A shell that waits for this JVM's end, be it by kill -9, when no shutdown hook runs, and then ends the server. */
    private static Process watchdog(long pid) throws IOException {
        return new ProcessBuilder("sh", "-c", "trap '' INT; cat; kill -9 " + pid)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }

    private boolean ended(Duration within) {
        try {
            boolean ended = process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
            if (ended) {
                pump.join(within.toMillis());
            }
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void forget() {
        if (Thread.currentThread() != lastResort) {
            try {
                Runtime.getRuntime().removeShutdownHook(lastResort);
            } catch (IllegalStateException alreadyShuttingDown) {
                // the hook finds a process that has ended, which does no harm
            }
        }
    }

    private void pump(Consumer<String> lines) {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
                Writer file = Files.newBufferedWriter(logFile)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                file.write(line + "\n");
                file.flush();
                lines.accept(line);
            }
        } catch (IOException e) {
            PrintStream errors = System.err;
            errors.println("The log of process " + pid() + " breaks off: " + e);
        }
    }
}
