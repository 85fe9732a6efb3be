package io.tidings.bench.load;

import java.time.Duration;

/** The time of a run: what is thrown away first, what counts, and whether it halts with all clients before and after. */
record Span(Duration warmUp, Duration measured, boolean halts) {}
