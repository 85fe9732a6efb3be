package io.tidings.api;

import org.jspecify.annotations.Nullable;

/**
 * One namespace as {@link Recipients}: all of its sockets, wherever they are connected, or some of them.
 *
 * <pre>{@code
 * emitter.of("/orders").toUser("anna").emit("shipped", order);
 * }</pre>
 *
 * <p>All methods may be called from any thread and never block.
 */
public interface Channel extends Recipients {

    /** The name, which begins with a slash. */
    String name();

    /** All sockets of the user, on whatever device, as {@link Socket#principal} names them. */
    Recipients toUser(String name);

    /** Tells the nodes of the cluster, without the one that says it; what they do with it is up to {@link Namespace#onServerEvent}. */
    void serverSideEmit(String event, @Nullable Object... arguments);
}
