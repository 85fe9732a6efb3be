package io.tidings.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks into a running JVM from the outside, with the JDK's own {@code jcmd} and the kernel's {@code /proc}. */
public final class Probe {

    private final long pid;

    Probe(long pid) {
        this.pid = pid;
    }

    /** How many live Java threads have a name that starts so; the empty prefix counts all. */
    public long threads(String prefix) {
        String opening = "\"" + prefix;
        return jcmd("Thread.print")
                .lines()
                .filter(line -> line.startsWith(opening) && line.contains("nid="))
                .count();
    }

    /** How many instances of a class are reachable, over all class loaders and after a full collection. */
    public long instances(String className) {
        return sum(className, 1);
    }

    /** The bytes that reachable instances of a class occupy by themselves, after a full collection. */
    public long bytes(String className) {
        return sum(className, 2);
    }

    /** The bytes of everything reachable, after a full collection. */
    public long liveHeap() {
        return sum("Total", 2);
    }

    /** How many files and sockets the process holds open. */
    public long openFiles() {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return descriptors.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The processor time the process has used since it started. */
    public Duration cpu() {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("No process " + pid));
    }

    /** Runs one command of {@code jcmd} in the process and returns what it printed. */
    public String jcmd(String... command) {
        try {
            Process process = new ProcessBuilder(
                            Stream.concat(Stream.of(Project.java("jcmd"), Long.toString(pid)), Stream.of(command))
                                    .toList())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("jcmd failed: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private long sum(String className, int column) {
        String row = "(?m)^(?:\\s*\\d+:|Total)\\s+(\\d+)\\s+(\\d+)(?:\\s+(\\S+).*)?$";
        Matcher rows = Pattern.compile(row).matcher(jcmd("GC.class_histogram"));
        long total = 0;
        while (rows.find()) {
            String name = rows.group(3) == null ? "Total" : rows.group(3);
            if (name.equals(className)) {
                total += Long.parseLong(rows.group(column));
            }
        }
        return total;
    }
}
