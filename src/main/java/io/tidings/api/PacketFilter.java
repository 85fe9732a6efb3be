package io.tidings.api;

/**
 * Decides whether an event of a client reaches its listeners and handlers: the counterpart of a packet middleware.
 *
 * <p>Every CDI bean of this type is asked for every namespace, or only for the one that its
 * {@link io.tidings.api.handler.Namespace} names, in the order of {@code @Priority}, before the filters given to a namespace or a
 * socket. The first refusal is final: the event is dropped, and a client that wants it acknowledged gets the message and data as
 * an error. The next event of the socket waits for the verdict.
 */
@FunctionalInterface
public interface PacketFilter {

    Verdict filter(IncomingEvent event) throws Exception;
}
