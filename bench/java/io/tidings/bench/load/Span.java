package io.tidings.bench.load;

import java.time.Duration;

/** The time of a run: what is thrown away first, and what counts. */
record Span(Duration warmUp, Duration measured) {}
