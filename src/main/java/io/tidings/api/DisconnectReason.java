package io.tidings.api;

/** Why a socket disconnected, with the words that Socket.IO applications know where such words exist. */
public enum DisconnectReason {
    TRANSPORT_ERROR("transport error"),
    TRANSPORT_CLOSE("transport close"),
    FORCED_CLOSE("forced close"),
    PING_TIMEOUT("ping timeout"),
    PARSE_ERROR("parse error"),
    SERVER_SHUTTING_DOWN("server shutting down"),
    /** Never given here: a client that breaks the rules of connecting has a {@link #PARSE_ERROR} as with any other rule. */
    FORCED_SERVER_CLOSE("forced server close"),
    CLIENT_NAMESPACE_DISCONNECT("client namespace disconnect"),
    SERVER_NAMESPACE_DISCONNECT("server namespace disconnect"),
    /** The client does not read, and its outgoing queue is full. */
    SLOW_CONSUMER("slow consumer"),
    /** The client sent more than its limits allow. */
    FLOODING("flooding"),
    /** The node has no memory or no threads left for this client. */
    OVERLOADED("server overloaded");

    private final String words;

    DisconnectReason(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    @Override
    public String toString() {
        return words;
    }
}
