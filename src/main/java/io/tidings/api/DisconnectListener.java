package io.tidings.api;

/** Called when a socket disconnects. */
@FunctionalInterface
public interface DisconnectListener {

    void handle(DisconnectReason reason) throws Exception;
}
