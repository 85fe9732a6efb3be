package io.tidings.socketio;

import io.tidings.protocol.socketio.ReservedEvents;

/** The names that an application may give to events. */
final class EventNames {

    private EventNames() {}

    static String checked(String event) {
        if (ReservedEvents.contains(event)) {
            throw new IllegalArgumentException("\"" + event + "\" is a name that Socket.IO reserves for itself.");
        }
        return event;
    }
}
