package io.tidings.socketio;

import io.tidings.protocol.socketio.ReservedEvents;
import java.util.Set;

/** The names that an application may give to events. */
public final class EventNames {

    private static final Set<String> FOR_SERVERS = Set.of("connect", "connection", "new_namespace");

    private EventNames() {}

    /**
     * The names of events for clients.
     *
     * @throws IllegalArgumentException when the name is reserved
     */
    public static String checked(String event) {
        if (ReservedEvents.contains(event)) {
            throw new IllegalArgumentException("\"" + event + "\" is a name that Socket.IO reserves for itself.");
        }
        return event;
    }

    /**
     * The names that applications may tell each other.
     *
     * @throws IllegalArgumentException when the name is reserved
     */
    public static String checkedForServers(String event) {
        if (FOR_SERVERS.contains(event)) {
            throw new IllegalArgumentException(
                    "\"" + event + "\" is a name that a Socket.IO server reserves for itself.");
        }
        return event;
    }
}
