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
public interface Broadcast extends Recipients {

    @Override
    Broadcast to(String... rooms);

    @Override
    Broadcast to(Collection<String> rooms);

    @Override
    Broadcast in(String... rooms);

    @Override
    Broadcast except(String... rooms);

    @Override
    Broadcast except(Collection<String> rooms);

    /** Only the sockets that are connected to this node. */
    Broadcast local();

    @Override
    Broadcast asVolatile();

    @Override
    Broadcast compress(boolean compressed);

    /** How long {@link #emitWithAck} and {@link #fetchSockets} wait; without it, as the settings say. */
    Broadcast timeout(Duration timeout);

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
}
