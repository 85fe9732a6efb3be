package io.tidings.socketio;

import org.jspecify.annotations.Nullable;

/** One method of a handler bean, ready to be called; the port to dependency injection. */
public interface Handler {

    /**
     * Calls the method and gives what it returned.
     *
     * @throws Throwable what the method threw, or an {@link io.tidings.api.ArgumentException} when the client's arguments do not fit
     */
    @Nullable
    Object call(Occurrence occurrence) throws Throwable;

    /** True if what the method returns is the acknowledgement, be it null. */
    boolean acknowledges();

    /** True to be called on the thread that reads from the network. */
    boolean isNonBlocking();

    /** Names class and method, for the log. */
    @Override
    String toString();
}
