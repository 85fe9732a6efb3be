package io.tidings.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.tidings.bench.LiveHeap.Count;
import org.junit.jupiter.api.Test;

class LiveHeapTest {

    private static final String HISTOGRAM = """
            4711:
             num     #instances         #bytes  class name (module)
            -------------------------------------------------------
               1:         10000        1200000  [B (java.base@17)
               2:            30           2400  io.tidings.engine.EngineSession
               3:             2            160  io.tidings.engine.EngineSession
            Total         10032        1202560
            """;

    @Test
    void readsAHistogramOfJcmd() {
        LiveHeap heap = LiveHeap.parse(HISTOGRAM);

        assertThat(heap.bytes()).isEqualTo(1_202_560);
        assertThat(heap.classes())
                .containsOnly(
                        entry("[B", new Count(10_000, 1_200_000)),
                        entry("io.tidings.engine.EngineSession", new Count(32, 2_560)));
    }

    @Test
    void tellsWhatGrewMost() {
        LiveHeap before = LiveHeap.parse("   1:   9999   1199900  [B\n");

        assertThat(LiveHeap.parse(HISTOGRAM).growth(before, 1))
                .containsExactly(entry("io.tidings.engine.EngineSession", new Count(32, 2_560)));
    }
}
