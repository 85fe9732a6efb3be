package io.tidings.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The CPU time of a process in kernel ticks, its own and what the kernel did for it. */
record CpuSplit(long user, long system) {

    /** Fields of /proc/PID/stat counted behind the name, which is the only one that may contain spaces. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;

    static CpuSplit of(long pid) {
        try {
            return parse(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CpuSplit parse(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return new CpuSplit(Long.parseLong(fields[USER]), Long.parseLong(fields[SYSTEM]));
    }

    /** The kernel's part of the time since {@code before}. */
    double systemShareSince(CpuSplit before) {
        long system = this.system - before.system;
        long user = this.user - before.user;
        return (double) system / Math.max(1, system + user);
    }
}
