package io.tidings.wire;

import io.tidings.server.Probe;
import io.tidings.server.ServerProcess;

/** What a server occupies: threads, open files and live heap after a full collection. */
record Footprint(long threads, long files, long heap) {

    /** Pools of a server grow to the size they are allowed on their own; a leak of ours would grow with the clients. */
    private static final int POOLED_THREADS = 48;

    private static final int FILES_OF_OTHERS = 24;
    private static final long MEGABYTE = 1 << 20;

    static Footprint of(ServerProcess process) {
        Probe probe = process.probe();
        return new Footprint(probe.threads(""), probe.openFiles(), probe.liveHeap());
    }

    long mostThreads() {
        return threads + POOLED_THREADS;
    }

    long mostFiles() {
        return files + FILES_OF_OTHERS;
    }

    /** Class metadata and caches of the server grow a little by whatever is used for the first time. */
    long mostHeap() {
        return heap + 6 * MEGABYTE;
    }

    @Override
    public String toString() {
        return "%d threads, %d files, %.1f MB live".formatted(threads, files, (double) heap / MEGABYTE);
    }
}
