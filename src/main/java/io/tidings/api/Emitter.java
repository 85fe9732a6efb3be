package io.tidings.api;

/**
 * What reaches the sockets of a server from anywhere: the main namespace {@code /} itself, and the way to all others. The server's own is
 * its {@link SocketIo}; an application without sockets injects this, and a program without a container makes a
 * {@code TopicEmitter}.
 *
 * <pre>{@code
 * @Inject Emitter emitter;
 *
 * void shipped(Order order) {
 *     emitter.of("/orders").to("order:" + order.id()).emit("shipped", order);
 * }
 * }</pre>
 *
 * <p>Everything reached from here may be called from any thread and never blocks. What is emitted leaves at once, in a transaction too;
 * fire a {@link Push} for what is to wait for the commit.
 */
public interface Emitter extends Channel {

    /** The namespace of that name. A slash at its beginning may be left out. */
    Channel of(String name);
}
