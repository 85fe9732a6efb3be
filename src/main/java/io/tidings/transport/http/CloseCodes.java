package io.tidings.transport.http;

import io.tidings.engine.CloseReason;

/** The close codes by which a WebSocket client learns why its session ended. */
public final class CloseCodes {

    private CloseCodes() {}

    public static int of(CloseReason reason) {
        return switch (reason) {
            case FORCED_CLOSE, TRANSPORT_CLOSE, TRANSPORT_ERROR, PING_TIMEOUT -> 1000;
            case SERVER_SHUTTING_DOWN -> 1001;
            case PARSE_ERROR -> 1002;
            case SLOW_CONSUMER, FLOODING -> 1008;
            case OVERLOADED -> 1013;
        };
    }
}
