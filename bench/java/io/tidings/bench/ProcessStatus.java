package io.tidings.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel says of a process in /proc/PID/status. */
record ProcessStatus(long threads, long residentKilobytes) {

    static ProcessStatus of(long pid) {
        return parse(read(Path.of("/proc", Long.toString(pid), "status")));
    }

    static ProcessStatus parse(String status) {
        return new ProcessStatus(number(status, "Threads:"), number(status, "VmRSS:"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(String status, String name) {
        return status.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + name + " in " + status));
    }
}
