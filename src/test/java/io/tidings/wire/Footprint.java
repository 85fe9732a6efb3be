package io.tidings.wire;

import io.tidings.server.Probe;
import io.tidings.server.ServerKind;
import io.tidings.server.ServerProcess;

/** What a server occupies: threads, open files and live heap after a full collection. */
record Footprint(long threads, long files, long heap) {

    /**
     * Pools of a server grow by themselves and shrink after a minute: Payara's for HTTP to 200 threads, besides the managed
     * executor; its pool for callbacks has no limit. A leak of ours would be a thread for each of a thousand clients.
     */
    private static final int POOLED_THREADS = 300;

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

    /**
     * Caches of a server grow by whatever is used for the first time. Grizzly keeps 16 of its request objects for each of its
     * threads, and below Tyrus each of these keeps the buffers of its largest message.
     */
    long mostHeap(Setup setup) {
        if (ServerKind.underTest() == ServerKind.WILDFLY) {
            return heap + 6 * MEGABYTE;
        }
        return heap + (setup == Setup.ENDPOINT ? 160 : 64) * MEGABYTE;
    }

    @Override
    public String toString() {
        return "%d threads, %d files, %.1f MB live".formatted(threads, files, (double) heap / MEGABYTE);
    }
}
