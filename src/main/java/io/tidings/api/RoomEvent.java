package io.tidings.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a room came into being on this node, ended, or was joined or left.
 *
 * @param socketId who joined or left; null for the beginning and the end of a room
 */
public record RoomEvent(
        String namespace, String room, @Nullable String socketId) {

    /** Who joined or left. */
    public Optional<String> socket() {
        return Optional.ofNullable(socketId);
    }
}
