package io.tidings.engine;

import io.tidings.protocol.engineio.EnginePacket;

/**
 * What happens on the sessions of one engine, as seen from above.
 *
 * <p>The events of one session come one at a time and in order; those of different sessions come in parallel. Make a CDI
 * bean of it, with {@link EnginePath} for its place, and the server finds it:
 *
 * <pre>{@code
 * @ApplicationScoped
 * @EnginePath("/engine.io")
 * public class Echo implements EngineListener {
 *     public void message(EngineSession session, EnginePacket message) {
 *         session.send(message);
 *     }
 * }
 * }</pre>
 */
public interface EngineListener {

    /** A client has opened a session. */
    default void opened(EngineSession session) {}

    /** A client sent a message, text or binary. */
    void message(EngineSession session, EnginePacket message);

    /** A session has moved from long polling to WebSocket. */
    default void upgraded(EngineSession session) {}

    /** A session has ended; nothing follows. Comes exactly once for each session that was opened. */
    default void closed(EngineSession session, CloseReason reason) {}

    /**
     * True to be called right on the thread that reads from the network: fastest, but a listener that blocks there stops
     * other clients too. Asked once.
     */
    default boolean isNonBlocking() {
        return false;
    }
}
