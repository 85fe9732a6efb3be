package io.tidings.engine;

import io.tidings.api.HttpHandshake;
import io.tidings.protocol.engineio.EnginePacket;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One client's session, as seen by the {@link EngineListener}; outlives the HTTP requests that carry it.
 *
 * <p>All methods may be called from any thread and never block.
 */
public interface EngineSession {

    /** The client's secret: never give it to another client, a log or a page. */
    SessionId id();

    HttpHandshake handshake();

    /** The transport in use now; changes once when the client upgrades. */
    TransportKind transportKind();

    boolean isOpen();

    /** Why the session ended; empty while it is open. */
    Optional<CloseReason> closeReason();

    /** True if a packet sent now would leave at once: a packet that may be lost is only worth sending then. */
    boolean isWritable();

    /** Queues a message, the only kind of packet an application sends; false if the session is closed or closing. A full queue closes the session. */
    default boolean send(EnginePacket message) {
        return send(List.of(message));
    }

    /**
     * Queues messages that belong together: no other packet gets between them, and all or none are queued. An immutable list is
     * not copied: what goes to many sessions costs least as one such list, even of one message.
     */
    boolean send(List<EnginePacket> messages);

    /** As {@link #send(List)}, but to leave with what is sent next, or with {@link #flush}: whoever calls this sees to that. */
    boolean queue(List<EnginePacket> messages);

    /** Lets leave what has been queued. */
    void flush();

    /**
     * Counts one more message of that many bytes as not handled yet: for a listener that hands messages on and returns before
     * they are handled. At the limits reading stops. False if the node has no room; then the session has been closed, and
     * nothing is counted.
     */
    boolean hold(int bytes);

    /**
     * Counts a message as handled that was held. Every message that was held must be let go once, even after the end of the
     * session. When few enough wait, reading goes on: on this thread, once the batch that runs here is over.
     */
    void letGo(int bytes);

    /** True while nothing is read from the client, because it is too far ahead of who handles its messages. */
    boolean isReadingSuspended();

    /**
     * Charges the node for bytes that are kept for this client while it need not wait for anything. False if the node has no room;
     * then the session has been closed, and nothing is charged.
     */
    boolean reserve(int bytes);

    /** Gives back what was charged; also after the end of the session. */
    void release(int bytes);

    /** Lets the session carry something of the listener's, so that it need not be looked up; for the listener alone. */
    void attach(Object attachment);

    /** What was attached last. */
    @Nullable
    Object attachment();

    /** Ends the session after everything queued has been sent. */
    void close();

    /** Ends the session at once; what is queued is dropped. Only the first reason counts. */
    void close(CloseReason reason);
}
