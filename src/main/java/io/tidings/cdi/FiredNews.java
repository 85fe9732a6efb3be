package io.tidings.cdi;

import io.tidings.api.DisconnectReason;
import io.tidings.api.Disconnection;
import io.tidings.api.IncomingEvent;
import io.tidings.api.RoomEvent;
import io.tidings.api.Socket;
import io.tidings.api.event.Connected;
import io.tidings.api.event.Disconnected;
import io.tidings.api.event.RoomCreated;
import io.tidings.api.event.RoomDeleted;
import io.tidings.api.event.RoomJoined;
import io.tidings.api.event.RoomLeft;
import io.tidings.socketio.SocketNews;
import jakarta.enterprise.event.Event;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Fires as CDI events what happens to sockets and has observers. */
final class FiredNews implements SocketNews {

    private static final Logger LOG = System.getLogger(FiredNews.class.getName());

    private final Event<Object> events;
    private final Audience audience;
    private final RequestContexts contexts;
    private final Consumer<Socket> connected;
    private final Consumer<Disconnection> disconnected;
    private final Map<String, Consumer<IncomingEvent>> received = new HashMap<>();
    private final Consumer<RoomEvent> roomCreated;
    private final Consumer<RoomEvent> roomDeleted;
    private final Consumer<RoomEvent> roomJoined;
    private final Consumer<RoomEvent> roomLeft;

    private FiredNews(Event<Object> events, Audience audience, RequestContexts contexts) {
        this.events = events;
        this.audience = audience;
        this.contexts = contexts;
        connected = firing(Connected.class, Socket.class);
        disconnected = firing(Disconnected.class, Disconnection.class);
        audience.events().forEach((name, qualifier) -> received.put(name, firing(qualifier, IncomingEvent.class)));
        roomCreated = firing(RoomCreated.class, RoomEvent.class);
        roomDeleted = firing(RoomDeleted.class, RoomEvent.class);
        roomJoined = firing(RoomJoined.class, RoomEvent.class);
        roomLeft = firing(RoomLeft.class, RoomEvent.class);
    }

    static SocketNews of(Event<Object> events, Audience audience, RequestContexts contexts) {
        return audience.isEmpty() ? SocketNews.NONE : new FiredNews(events, audience, contexts);
    }

    private <T> Consumer<T> firing(Class<? extends Annotation> qualifier, Class<T> type) {
        return audience.of(qualifier).map(observed -> firing(observed, type)).orElse(unheard -> {});
    }

    private <T> Consumer<T> firing(Annotation qualifier, Class<T> type) {
        Event<T> event = events.select(type, qualifier);
        return news -> fire(event, news, qualifier);
    }

    /** Observers hear, they do not decide: their failure is nobody else's. */
    private <T> void fire(Event<T> event, T news, Annotation qualifier) {
        try {
            contexts.around(() -> {
                event.fire(news);
                return null;
            });
        } catch (Throwable failure) {
            LOG.log(Level.WARNING, "An observer of " + qualifier + " has failed.", failure);
        }
    }

    @Override
    public void connected(Socket socket) {
        connected.accept(socket);
    }

    @Override
    public void disconnected(Socket socket, DisconnectReason reason) {
        disconnected.accept(new Disconnection(socket, reason));
    }

    @Override
    public boolean hears(String event) {
        return received.containsKey(event);
    }

    @Override
    public void received(IncomingEvent event) {
        Consumer<IncomingEvent> firing = received.get(event.name());
        if (firing != null) {
            firing.accept(event);
        }
    }

    @Override
    public void roomCreated(RoomEvent event) {
        roomCreated.accept(event);
    }

    @Override
    public void roomDeleted(RoomEvent event) {
        roomDeleted.accept(event);
    }

    @Override
    public void roomJoined(RoomEvent event) {
        roomJoined.accept(event);
    }

    @Override
    public void roomLeft(RoomEvent event) {
        roomLeft.accept(event);
    }
}
