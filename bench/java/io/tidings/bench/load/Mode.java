package io.tidings.bench.load;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the clients of one load run do. */
public enum Mode {
    /** Engine.IO over WebSocket; each client keeps its messages in flight and counts what comes back. */
    ECHO,
    /** The same load against a bare WebSocket echo, without Engine.IO around it. */
    RAW,
    /** Engine.IO over WebSocket; connect all and hold. */
    IDLE,
    /** Engine.IO over WebSocket; each client connects, closes and connects again. */
    CONNECT,
    /** Engine.IO over long polling; each client holds one parked GET. */
    PARK,
    /** Engine.IO over long polling; POST a batch, GET until all of it came back. */
    POLLING_ECHO;

    /** The name on the command line, for example {@code polling-echo}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Finds a mode by its label. */
    public static Mode labelled(String label) {
        return Arrays.stream(values())
                .filter(mode -> mode.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("mode=" + label + " is not one of " + labels()));
    }

    boolean isEcho() {
        return this == ECHO || this == RAW || this == POLLING_ECHO;
    }

    boolean holds() {
        return this == IDLE || this == PARK;
    }

    private static String labels() {
        return Arrays.stream(values()).map(Mode::label).collect(Collectors.joining(", "));
    }
}
