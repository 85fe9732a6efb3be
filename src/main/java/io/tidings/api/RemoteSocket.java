package io.tidings.api;

import java.security.Principal;
import java.util.Optional;
import java.util.Set;

/**
 * A socket that may be connected to any node of the cluster. For one of another node, what is told of it is a copy of the time
 * it was fetched, and what is done to it happens there a little later.
 */
public interface RemoteSocket extends Emission {

    /** Names this socket to everybody: other than the id of its session, it is no secret. */
    String id();

    Handshake handshake();

    /** Who connected: as an {@link Admission} has said, else as the container has authenticated. */
    Optional<Principal> principal();

    /** The rooms that it is in now, the one of its own id among them. */
    Set<String> rooms();

    /** What the application has stored under that key. */
    <T> Optional<T> data(DataKey<T> key);

    /**
     * Joins rooms; nothing happens if it has disconnected.
     *
     * @throws IllegalStateException when it would be in more rooms than the settings allow
     * @throws IllegalArgumentException when a name is longer than the settings allow
     */
    void join(String... rooms);

    void leave(String... rooms);

    /** Disconnects from the namespace; the client's other namespaces stay connected. */
    void disconnect();

    /** Disconnects from the namespace; with {@code close}, the client from all namespaces, after what is queued has been sent. */
    void disconnect(boolean close);
}
