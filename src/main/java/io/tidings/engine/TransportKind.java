package io.tidings.engine;

import java.util.Locale;

/** The two ways to reach a client. */
public enum TransportKind {
    POLLING,
    WEBSOCKET;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The name in queries and in the open packet. */
    public String wireName() {
        return wireName;
    }
}
