package io.tidings.api;

import org.jspecify.annotations.Nullable;

/**
 * An event that a client has sent to another application, which forwards it: {@code tidings.cluster.forward-events} there says which.
 *
 * <pre>{@code
 * void ordered(@Observes @SocketEvent("order") ForwardedEvent event) {
 *     stock.reserve(event.arguments().get(0, Order.class));
 * }
 * }</pre>
 *
 * <p>Observers are called one at a time, on a managed thread and within a request context of their own; what one node forwards arrives in
 * the order in which it came there. Each instance of an application hears an event once, unless it is lost with a message.
 *
 * @param socket the id of the socket, which is a room with that socket alone
 * @param user the name of the principal; null where nobody has logged in
 */
public record ForwardedEvent(
        String namespace, String socket, @Nullable String user, String name, Arguments arguments) {}
