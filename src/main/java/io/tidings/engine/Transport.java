package io.tidings.engine;

/**
 * The port below the engine: carries the packets of one session to its client. A transport pulls what it can send from its
 * {@link EngineLink} and gives it what it received. No method blocks or throws.
 */
public interface Transport {

    TransportKind kind();

    /** There is something to take from the link; called from any thread, often for nothing. */
    void flush();

    /** True if something taken now would leave at once. */
    boolean isWritable();

    /** The session has read its backlog: go on reading after {@link EngineLink#isReadingSuspended} was true. */
    void resumeReading();

    /** Ends a request that waits for data, without data, so that the client can go on with another transport; a WebSocket has none. */
    default void release() {}

    /**
     * The session has moved to another transport: whatever still waits here for data or for an answer is let go. No session moves away
     * from a WebSocket.
     */
    default void retire() {}

    /** The session has ended or will not use this transport; tells the client, as far as that is possible, and lets go. */
    void close(CloseReason reason);
}
