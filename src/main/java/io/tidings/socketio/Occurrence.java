package io.tidings.socketio;

import io.tidings.api.Ack;
import io.tidings.api.Arguments;
import io.tidings.api.DisconnectReason;
import io.tidings.api.Socket;
import org.jspecify.annotations.Nullable;

/**
 * What a handler is called for. Of a connection only the socket is of interest, of a disconnection also the reason.
 *
 * @param event the name of the event; empty for connections and disconnections
 */
public record Occurrence(
        Socket socket,
        String event,
        Arguments arguments,
        Ack ack,
        @Nullable DisconnectReason reason) {}
