package io.tidings.api;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A choice of sockets of one namespace, and what can be done to all of them at once, on every node of the cluster.
 *
 * <p>Immutable: each operator gives a new choice and leaves this one as it is, so a choice may be kept and shared. Without
 * rooms all sockets are chosen; with several, those that are in any of them, each once. The id of a socket is a room with that
 * socket alone.
 *
 * <pre>{@code
 * io.of("/chat").to("lobby", "kitchen").except("muted").emit("said", "anna", "hello");
 * }</pre>
 */
public interface Broadcast {

    /** Adds rooms; the same as {@link #in}. */
    Broadcast to(String... rooms);

    /** Adds rooms; where the collection is empty, nobody: unlike no choice at all, an empty one is not everybody. */
    Broadcast to(Collection<String> rooms);

    /** Adds rooms; the same as {@link #to(String...)}. */
    Broadcast in(String... rooms);

    /** Leaves out the sockets that are in any of these rooms. */
    Broadcast except(String... rooms);

    /** Leaves out the sockets that are in any of these rooms. */
    Broadcast except(Collection<String> rooms);

    /** Only the sockets that are connected to this node. */
    Broadcast local();

    /** What is emitted may be lost: it goes only to clients that are ready to receive it at this moment. */
    Broadcast asVolatile();

    /** Whether what is emitted is compressed where the connection compresses; by default it is. */
    Broadcast compress(boolean compressed);

    /** How long {@link #emitWithAck} and {@link #fetchSockets} wait; without it, as the settings say. */
    Broadcast timeout(Duration timeout);

    /**
     * Sends an event to the chosen sockets. The arguments become JSON, once for all receivers; {@code byte[]} and
     * {@link java.nio.ByteBuffer} anywhere in them travel as binary.
     *
     * @throws IllegalArgumentException when the name is reserved or an argument cannot be written
     */
    void emit(String event, @Nullable Object... arguments);

    /**
     * Sends an event to the chosen sockets and gathers what they acknowledge. Ends when all have answered, when those that have
     * not have left, or at the time-out; never exceptionally: the answers tell who is missing, and why.
     */
    CompletionStage<Answers> emitWithAck(String event, @Nullable Object... arguments);

    /**
     * The chosen sockets, wherever they are connected. Ends with an {@link UnreachableNodesException} where some nodes do not answer in
     * time or leave meanwhile; it has those of the others.
     */
    CompletionStage<List<RemoteSocket>> fetchSockets();

    /** How many sockets are chosen, wherever they are connected. Ends as {@link #fetchSockets} does. */
    CompletionStage<Long> countSockets();

    /** Makes the chosen sockets join rooms. */
    void socketsJoin(String... rooms);

    /** Makes the chosen sockets leave rooms. */
    void socketsLeave(String... rooms);

    /** Disconnects the chosen sockets from the namespace, as {@link RemoteSocket#disconnect()} does. */
    void disconnectSockets();

    /** Disconnects the chosen sockets; with {@code close}, their clients from all namespaces. */
    void disconnectSockets(boolean close);
}
