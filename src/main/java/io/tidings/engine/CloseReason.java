package io.tidings.engine;

/** Why a session ended, with the words that Socket.IO applications know where such words exist. */
public enum CloseReason {
    TRANSPORT_ERROR("transport error"),
    TRANSPORT_CLOSE("transport close"),
    FORCED_CLOSE("forced close"),
    PING_TIMEOUT("ping timeout"),
    PARSE_ERROR("parse error"),
    SERVER_SHUTTING_DOWN("server shutting down"),
    /** The client does not read, and its outgoing queue is full. */
    SLOW_CONSUMER("slow consumer"),
    /** The client sent more than its limits allow. */
    FLOODING("flooding"),
    /** The node has no memory or no threads left for this session. */
    OVERLOADED("server overloaded");

    private final String words;

    CloseReason(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** True where the session ended because its client broke a rule or a limit, which the log should show. */
    boolean isFault() {
        return this == PARSE_ERROR || this == SLOW_CONSUMER || this == FLOODING || this == OVERLOADED;
    }

    /** True where the peer or the network ended it: then what had arrived before is still handed to the application. */
    boolean keepsWhatArrived() {
        return this == TRANSPORT_ERROR || this == TRANSPORT_CLOSE || this == PING_TIMEOUT || this == PARSE_ERROR;
    }
}
