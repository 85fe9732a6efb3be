package io.tidings.cluster;

import io.tidings.api.DisconnectReason;
import io.tidings.api.IncomingEvent;
import io.tidings.api.RoomEvent;
import io.tidings.api.Socket;
import io.tidings.socketio.ArgumentCodec;
import io.tidings.socketio.SocketNews;
import java.security.Principal;
import java.util.Map;
import java.util.Set;

/** Tells other applications of certain events of clients, and the own one of all that it wants to hear. */
public final class ForwardedNews implements SocketNews {

    private final SocketNews own;
    private final Map<String, Set<String>> namespacesByEvent;
    private final ArgumentCodec codec;
    private final Producer producer;

    /**
     * @param own what the application itself hears
     * @param namespacesByEvent the events that are forwarded, and the namespaces in which they are
     */
    public ForwardedNews(
            SocketNews own, Map<String, Set<String>> namespacesByEvent, ArgumentCodec codec, Producer producer) {
        this.own = own;
        this.namespacesByEvent = Map.copyOf(namespacesByEvent);
        this.codec = codec;
        this.producer = producer;
    }

    @Override
    public boolean hears(String event) {
        return namespacesByEvent.containsKey(event) || own.hears(event);
    }

    @Override
    public void received(IncomingEvent event) {
        Socket socket = event.socket();
        String namespace = socket.namespace().name();
        if (namespacesByEvent.getOrDefault(event.name(), Set.of()).contains(namespace)) {
            producer.forward(
                    namespace,
                    socket.id(),
                    socket.principal().map(Principal::getName).orElse(null),
                    codec.event(event.name(), event.arguments().list().toArray()));
        }
        if (own.hears(event.name())) {
            own.received(event);
        }
    }

    @Override
    public void connected(Socket socket) {
        own.connected(socket);
    }

    @Override
    public void disconnected(Socket socket, DisconnectReason reason) {
        own.disconnected(socket, reason);
    }

    @Override
    public void roomCreated(RoomEvent event) {
        own.roomCreated(event);
    }

    @Override
    public void roomDeleted(RoomEvent event) {
        own.roomDeleted(event);
    }

    @Override
    public void roomJoined(RoomEvent event) {
        own.roomJoined(event);
    }

    @Override
    public void roomLeft(RoomEvent event) {
        own.roomLeft(event);
    }
}
