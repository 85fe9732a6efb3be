package io.tidings.socketio;

import java.util.Collection;

/** The names that an application may give to rooms. */
final class RoomNames {

    private RoomNames() {}

    static void check(Collection<String> names, int longest) {
        for (String name : names) {
            if (name.isEmpty() || name.length() > longest) {
                throw new IllegalArgumentException(
                        "The name of a room has from 1 to " + longest + " characters (tidings.max-room-name).");
            }
        }
    }
}
