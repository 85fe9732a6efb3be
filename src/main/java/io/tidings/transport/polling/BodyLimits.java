package io.tidings.transport.polling;

import io.tidings.schedule.Deadlines;
import java.time.Duration;

/** The most that the body of a POST may take, and the wheel that measures its time. */
record BodyLimits(int maxBytes, int maxPackets, Duration bodyTimeout, Deadlines deadlines) {}
