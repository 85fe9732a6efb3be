package io.tidings.api;

import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection to one namespace, on this node.
 *
 * <p>All methods may be called from any thread and never block. Listeners, handlers and filters of one socket are called one at a
 * time and in the order in which its client sent, on the container's managed executor with the application's context; they may
 * block, which holds up nobody but that socket. Sockets run in parallel, also those of one client in several namespaces.
 *
 * <pre>{@code
 * socket.join("lobby");
 * socket.on("say", (said, ack) -> {
 *     socket.to("lobby").emit("said", said.at(0));
 *     ack.send("ok");
 * });
 * }</pre>
 */
public interface Socket extends RemoteSocket {

    Namespace namespace();

    /** True from the moment the client was let in to its disconnection. */
    boolean isConnected();

    /** Whether the principal has that role, as an {@link Admission} or the container has said. */
    boolean isInRole(String role);

    /** {@code polling} or {@code websocket}: what carries the connection now. */
    String transport();

    /** Stores a value of the application with this socket, for as long as it is connected; null removes it. */
    <T> void put(DataKey<T> key, @Nullable T value);

    /** All other sockets of the namespace. */
    Broadcast broadcast();

    /** The other sockets in these rooms. */
    Broadcast to(String... rooms);

    /** The other sockets in these rooms. */
    Broadcast to(Collection<String> rooms);

    /** The other sockets in these rooms. */
    Broadcast in(String... rooms);

    /** The other sockets of the namespace without those in these rooms. */
    Broadcast except(String... rooms);

    /** The other sockets of the namespace that are connected to this node. */
    Broadcast local();

    @Override
    Emission asVolatile();

    @Override
    Emission compress(boolean compressed);

    @Override
    Emission timeout(Duration timeout);

    /** Calls the listener with each event of that name. */
    Socket on(String event, EventListener listener);

    /** Calls the listener with the next event of that name only. */
    Socket once(String event, EventListener listener);

    /** Removes all listeners of that event. */
    Socket off(String event);

    /** Removes that listener of that event. */
    Socket off(String event, EventListener listener);

    /** Calls the listener with every event of the client, before the listeners of its name. */
    Socket onAny(AnyListener listener);

    /** Like {@link #onAny}, before those that are there. */
    Socket prependAny(AnyListener listener);

    Socket offAny(AnyListener listener);

    /** Calls the listener with every event that is sent to the client, broadcasts among them, acknowledgements not; on the sender's thread. */
    Socket onAnyOutgoing(AnyListener listener);

    /** Like {@link #onAnyOutgoing}, before those that are there. */
    Socket prependAnyOutgoing(AnyListener listener);

    Socket offAnyOutgoing(AnyListener listener);

    /** Asks for each event of this socket, after the filters of the namespace. */
    Socket use(PacketFilter filter);

    /** Calls the listener when the socket disconnects, while it is still in its rooms. */
    Socket onDisconnecting(DisconnectListener listener);

    /** Calls the listener when the socket has disconnected and left its rooms; nothing follows. */
    Socket onDisconnect(DisconnectListener listener);
}
