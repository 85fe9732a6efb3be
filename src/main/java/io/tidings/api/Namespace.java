package io.tidings.api;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One channel of the server, with sockets and rooms of its own; as a {@link Broadcast} it reaches all of its sockets.
 *
 * <pre>{@code
 * io.of("/chat").onConnect(socket -> socket.on("say", (said, ack) -> socket.broadcast().emit("said", said.at(0))));
 * }</pre>
 *
 * <p>Listeners given here hear of sockets that connect later; they may be given at any time and from any thread, and are called
 * in the order they were given, as {@link Socket} describes.
 */
public interface Namespace extends Broadcast, Channel {

    /** The sockets that are connected to this node, at the time of the call. */
    Collection<Socket> sockets();

    /** The connected socket of that id, if it is connected to this node. */
    Optional<Socket> socket(String id);

    /** Calls the listener with each socket that connects, before any event of that socket is handled. */
    Namespace onConnect(Consumer<Socket> listener);

    /** Asks for each socket that wants to connect, after those given before and after all beans of that type. */
    Namespace use(Admission admission);

    /** Asks for each event of each socket, after those given before and after all beans of that type. */
    Namespace filter(PacketFilter filter);

    @Override
    Broadcast toUser(String name);

    /** Asks the other nodes of the cluster, not this one; the answers say by id which nodes answered and which did not. */
    CompletionStage<Answers> serverSideEmitWithAck(String event, @Nullable Object... arguments);

    /** Like {@link #serverSideEmitWithAck(String, Object...)}; waits so long. */
    CompletionStage<Answers> serverSideEmitWithAck(Duration timeout, String event, @Nullable Object... arguments);

    /**
     * The rooms of all sockets, wherever they are connected, and how many sockets are in each. The rooms that stand for one socket each
     * are not among them. Ends as {@link #fetchSockets} does.
     */
    CompletionStage<Map<String, Long>> fetchRooms();

    /** Calls the listener with each event of that name that another node or application emits with {@link #serverSideEmit}. */
    Namespace onServerEvent(String event, EventListener listener);
}
