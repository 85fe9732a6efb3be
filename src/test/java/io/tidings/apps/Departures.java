package io.tidings.apps;

import io.tidings.engine.CloseReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts why sessions have ended. */
@ApplicationScoped
public class Departures {

    private final Map<CloseReason, LongAdder> counts = new ConcurrentHashMap<>();

    void count(CloseReason reason) {
        counts.computeIfAbsent(reason, first -> new LongAdder()).increment();
    }

    long of(CloseReason reason) {
        LongAdder count = counts.get(reason);
        return count == null ? 0 : count.sum();
    }
}
