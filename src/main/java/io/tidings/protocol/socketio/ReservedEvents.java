package io.tidings.protocol.socketio;

import io.tidings.protocol.Bytes;
import java.util.List;

/** The event names that mean something to clients or servers themselves; no packet may carry them. */
public final class ReservedEvents {

    private static final List<String> NAMES =
            List.of("connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener");

    private ReservedEvents() {}

    public static boolean contains(String name) {
        return NAMES.contains(name);
    }

    /** Whether a JSON string is one of the names, however it is escaped. */
    static boolean containsLiteral(Bytes literal) {
        for (String name : NAMES) {
            if (JsonString.spells(literal, name)) {
                return true;
            }
        }
        return false;
    }
}
