package io.tidings.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.bench.HeapHistory.Collection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeapHistoryTest {

    @Test
    void countsWhatTheHeapGainsBetweenTheCollectionsThatWereAskedFor() {
        HeapHistory history = new HeapHistory(List.of(
                new Collection(500, 100, false),
                new Collection(300, 50, true),
                new Collection(250, 60, false),
                new Collection(260, 70, false),
                new Collection(80, 50, true),
                new Collection(51, 50, true)));

        assertThat(history.allocatedBetweenMarks()).containsExactly(200L + 200L + 10L, 1L);
    }

    @Test
    void countsNothingBeforeTheFirstMark() {
        HeapHistory history = new HeapHistory(List.of(new Collection(500, 100, false), new Collection(300, 50, true)));

        assertThat(history.allocatedBetweenMarks()).isEmpty();
    }

    @Test
    void readsARecording(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("collections.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.GarbageCollection");
            recording.enable("jdk.GCHeapSummary");
            recording.start();
            System.gc();
            recording.stop();
            recording.dump(file);
        }

        assertThat(HeapHistory.of(file).collections()).anySatisfy(collection -> {
            assertThat(collection.before()).isGreaterThan(collection.after());
            assertThat(collection.after()).isPositive();
            assertThat(collection.askedFor()).as("asked for by jcmd").isFalse();
        });
    }
}
