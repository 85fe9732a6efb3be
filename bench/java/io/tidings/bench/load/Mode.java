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
    POLLING_ECHO,
    /** Socket.IO over WebSocket; each client keeps its events in flight and counts their acknowledgements. */
    ACK,
    /** Socket.IO over WebSocket; one client keeps its broadcasts in flight, and what all clients receive is counted. */
    BCAST;

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

    /** How many clients this is about where nobody says otherwise. */
    public int usualClients() {
        return this == BCAST ? 1000 : 100;
    }

    /** Where the servers answer it. */
    public String path() {
        return switch (this) {
            case RAW -> "/echo";
            case ACK, BCAST -> "/socket.io/";
            default -> "/engine.io/";
        };
    }

    /** The event that the clients emit; Engine.IO knows none. */
    public String event() {
        return switch (this) {
            case ACK -> "echo";
            case BCAST -> "bcast";
            default -> "";
        };
    }

    boolean isSocketIo() {
        return this == ACK || this == BCAST;
    }

    /** Whether clients that are connected have anything to say. */
    boolean talks() {
        return this == ECHO || this == RAW || this == POLLING_ECHO || isSocketIo();
    }

    boolean holds() {
        return this == IDLE || this == PARK;
    }

    private static String labels() {
        return Arrays.stream(values()).map(Mode::label).collect(Collectors.joining(", "));
    }
}
