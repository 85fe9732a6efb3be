package io.tidings.bench.load;

import java.time.Duration;

/** The CPU time that processes have used. */
public final class CpuClock {

    private CpuClock() {}

    /** The CPU time of the process and all its threads so far, as the system counts it in steps of 10 ms. */
    public static Duration of(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalArgumentException("no process " + pid));
    }
}
