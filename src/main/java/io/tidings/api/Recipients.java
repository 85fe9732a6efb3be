package io.tidings.api;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A choice of sockets of one namespace, and what can be done to all of them without waiting for an answer: from the server itself, where
 * it is a {@link Broadcast}, and from other applications.
 *
 * <p>Immutable: each operator gives a new choice and leaves this one as it is, so a choice may be kept and shared. Without
 * rooms all sockets are chosen; with several, those that are in any of them, each once. The id of a socket is a room with that
 * socket alone. All methods may be called from any thread and never block; what one thread does is done in that order.
 *
 * <pre>{@code
 * emitter.of("/chat").to("lobby", "kitchen").except("muted").emit("said", "anna", "hello");
 * }</pre>
 */
public interface Recipients {

    /** Adds rooms; the same as {@link #in}. */
    Recipients to(String... rooms);

    /** Adds rooms; where the collection is empty, nobody: unlike no choice at all, an empty one is not everybody. */
    Recipients to(Collection<String> rooms);

    /** Adds rooms; the same as {@link #to(String...)}. */
    Recipients in(String... rooms);

    /** Leaves out the sockets that are in any of these rooms. */
    Recipients except(String... rooms);

    /** Leaves out the sockets that are in any of these rooms. */
    Recipients except(Collection<String> rooms);

    /** What is emitted may be lost: it goes only to clients that are ready to receive it at this moment. */
    Recipients asVolatile();

    /** Whether what is emitted is compressed where the connection compresses; by default it is. */
    Recipients compress(boolean compressed);

    /**
     * Sends an event to the chosen sockets. The arguments become JSON, once for all receivers; {@code byte[]} and
     * {@link java.nio.ByteBuffer} anywhere in them travel as binary.
     *
     * @throws IllegalArgumentException when the name is reserved or an argument cannot be written
     */
    void emit(String event, @Nullable Object... arguments);

    /** Makes the chosen sockets join rooms. */
    void socketsJoin(String... rooms);

    /** Makes the chosen sockets leave rooms. */
    void socketsLeave(String... rooms);

    /** Disconnects the chosen sockets from the namespace, as {@link RemoteSocket#disconnect()} does. */
    void disconnectSockets();

    /** Disconnects the chosen sockets; with {@code close}, their clients from all namespaces. */
    void disconnectSockets(boolean close);
}
