package io.tidings.bench;

import io.tidings.bench.load.Mode;
import java.time.Duration;

/** What clients cost that only hold their connection: heap after a full collection, memory and threads. */
record Holding(Mode mode, Subject subject, int clients) implements Benchmark {

    private static final int CLASSES_SHOWN = 25;

    @Override
    public String run(Progress progress) {
        progress.say("starting " + subject.label());
        try (Running server = subject.start()) {
            warmUp(server);
            LiveHeap heapBefore = LiveHeap.of(server.pid());
            ProcessStatus before = ProcessStatus.of(server.pid());
            StringBuilder text = new StringBuilder();
            progress.say("connecting " + clients + " clients");
            new Generator().clients(clients).hold(mode, subject, server, () -> {
                ProcessStatus status = ProcessStatus.of(server.pid());
                LiveHeap heap = LiveHeap.of(server.pid());
                text.append(summary(heapBefore, heap, before, status)).append('\n');
                text.append(growth(heapBefore, heap));
            });
            return text.toString();
        }
    }

    /** Loads classes and fills pools, so that they are not charged to the clients. */
    private void warmUp(Running server) {
        Mode warming = mode == Mode.PARK ? Mode.POLLING_ECHO : Mode.ECHO;
        new Generator()
                .clients(100)
                .time(Duration.ofSeconds(2), Duration.ofSeconds(1))
                .run(warming, subject, server);
    }

    private String summary(LiveHeap heapBefore, LiveHeap heap, ProcessStatus before, ProcessStatus status) {
        Table table = new Table(
                mode.label(),
                "clients",
                "heap bytes per client",
                "threads without",
                "threads with them",
                "RSS MB grown by");
        table.row(
                subject.label(),
                Table.whole(clients),
                Table.whole((double) (heap.bytes() - heapBefore.bytes()) / clients),
                Long.toString(before.threads()),
                Long.toString(status.threads()),
                Table.whole((status.residentKilobytes() - before.residentKilobytes()) / 1024.0));
        return table.toString();
    }

    private String growth(LiveHeap before, LiveHeap after) {
        Table table = new Table("class", "instances per client", "bytes per client");
        after.growth(before, CLASSES_SHOWN)
                .forEach(entry -> table.row(
                        "`" + entry.getKey() + "`",
                        Table.decimal((double) entry.getValue().instances() / clients),
                        Table.whole((double) entry.getValue().bytes() / clients)));
        return table.toString();
    }
}
