package io.tidings.socketio;

import io.tidings.api.Push;

/** Emits what an application has fired as a CDI event. */
@FunctionalInterface
public interface PushPort {

    /**
     * Emits to the sockets that are in any of the rooms or belong to any of the users, each once.
     *
     * @throws IllegalArgumentException when the name is reserved or an argument cannot be written
     */
    void push(Push push);
}
