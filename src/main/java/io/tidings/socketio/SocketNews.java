package io.tidings.socketio;

import io.tidings.api.DisconnectReason;
import io.tidings.api.IncomingEvent;
import io.tidings.api.RoomEvent;
import io.tidings.api.Socket;

/** The port to whoever wants to hear of everything that happens to sockets; does nothing by itself. No method blocks for long. */
public interface SocketNews {

    /** Nobody listens. */
    SocketNews NONE = new SocketNews() {};

    default void connected(Socket socket) {}

    default void disconnected(Socket socket, DisconnectReason reason) {}

    /** Whether anybody wants to hear of events of that name; asked for each event. */
    default boolean hears(String event) {
        return false;
    }

    default void received(IncomingEvent event) {}

    default void roomCreated(RoomEvent event) {}

    default void roomDeleted(RoomEvent event) {}

    default void roomJoined(RoomEvent event) {}

    default void roomLeft(RoomEvent event) {}
}
