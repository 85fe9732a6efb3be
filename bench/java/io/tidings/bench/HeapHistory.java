package io.tidings.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * The collections of a JVM in the order in which they took place. What the heap holds before one of them more than after
 * the one before it has been allocated in between, by whatever thread; nothing is sampled or estimated.
 */
record HeapHistory(List<Collection> collections) {

    /** The cause of a collection that {@code jcmd GC.run} has asked for. */
    private static final String ASKED_FOR = "Diagnostic Command";

    /** The bytes in use before and after one collection. */
    record Collection(long before, long after, boolean askedFor) {}

    HeapHistory {
        collections = List.copyOf(collections);
    }

    static HeapHistory of(Path recording) {
        Map<Integer, RecordedEvent> before = new TreeMap<>();
        Map<Integer, RecordedEvent> after = new TreeMap<>();
        Map<Integer, RecordedEvent> collections = new TreeMap<>();
        try (RecordingFile events = new RecordingFile(recording)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                switch (event.getEventType().getName()) {
                    case "jdk.GarbageCollection" -> collections.put(event.getInt("gcId"), event);
                    case "jdk.GCHeapSummary" ->
                        ("Before GC".equals(event.getString("when")) ? before : after).put(event.getInt("gcId"), event);
                    default -> {}
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Collection> history = new ArrayList<>();
        collections.forEach((id, collection) -> history.add(
                new Collection(used(before, id), used(after, id), ASKED_FOR.equals(collection.getString("cause")))));
        return new HeapHistory(history);
    }

    /** The bytes allocated from each collection that was asked for to the next such one. */
    List<Long> allocatedBetweenMarks() {
        List<Long> allocated = new ArrayList<>();
        long sum = 0;
        boolean marked = false;
        for (int i = 0; i < collections.size(); i++) {
            Collection collection = collections.get(i);
            sum += i == 0 ? 0 : collection.before() - collections.get(i - 1).after();
            if (collection.askedFor()) {
                if (marked) {
                    allocated.add(sum);
                }
                marked = true;
                sum = 0;
            }
        }
        return allocated;
    }

    private static long used(Map<Integer, RecordedEvent> summaries, int id) {
        RecordedEvent summary = summaries.get(id);
        if (summary == null) {
            throw new IllegalStateException("the recording does not say what collection " + id + " found");
        }
        return summary.getLong("heapUsed");
    }
}
