package io.tidings;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What calls allocate on the thread that makes them. */
public final class Allocation {

    private Allocation() {}

    /** The bytes of one call, as the mean of so many, behind one that does not count. */
    public static long perCall(int calls, Runnable call) {
        call.run();
        return of(() -> {
                    for (int i = 0; i < calls; i++) {
                        call.run();
                    }
                })
                / calls;
    }

    /** The bytes of this very call. */
    public static long of(Runnable call) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        call.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
