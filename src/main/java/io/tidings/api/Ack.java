package io.tidings.api;

import org.jspecify.annotations.Nullable;

/** The way to acknowledge one event; may be kept and used later, from any thread, once. */
public interface Ack {

    /** Whether the client wants this event to be acknowledged. */
    boolean isRequested();

    /**
     * Acknowledges the event. False, and nothing happens, if it has been acknowledged before, the client did not ask for it, or
     * the socket has disconnected.
     *
     * @throws IllegalArgumentException when an argument cannot be written
     */
    boolean send(@Nullable Object... arguments);
}
