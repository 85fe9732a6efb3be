package io.tidings.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ProcFilesTest {

    @Test
    void readsThreadsAndMemory() {
        String status = "Name:\tjava\nVmRSS:\t  204800 kB\nThreads:\t57\n";

        assertThat(ProcessStatus.parse(status)).isEqualTo(new ProcessStatus(57, 204_800));
    }

    @Test
    void readsTheCpuOfAProcessWithSpacesAndBracesInItsName() {
        String stat = "42 (a (b) c) S 1 42 42 0 -1 4194560 9 0 1 0 700 300 5 6 20 0 57 0 1 2 3";

        assertThat(CpuSplit.parse(stat)).isEqualTo(new CpuSplit(700, 300));
    }

    @Test
    void tellsTheShareOfTheKernel() {
        CpuSplit before = new CpuSplit(700, 300);

        assertThat(new CpuSplit(800, 600).systemShareSince(before)).isCloseTo(0.75, Offset.offset(1e-9));
    }
}
