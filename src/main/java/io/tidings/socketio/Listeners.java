package io.tidings.socketio;

import io.tidings.api.Ack;
import io.tidings.api.AnyListener;
import io.tidings.api.Arguments;
import io.tidings.api.DisconnectListener;
import io.tidings.api.EventListener;
import io.tidings.api.PacketFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the application has given to one socket to be called. Sockets that are served by beans alone have none of this. */
final class Listeners {

    // Guarded by itself.
    private final Map<String, List<EventListener>> byEvent = new HashMap<>(4);
    private final List<AnyListener> incoming = new CopyOnWriteArrayList<>();
    private final List<AnyListener> outgoing = new CopyOnWriteArrayList<>();
    private final List<PacketFilter> filters = new CopyOnWriteArrayList<>();
    private final List<DisconnectListener> disconnecting = new CopyOnWriteArrayList<>();
    private final List<DisconnectListener> disconnected = new CopyOnWriteArrayList<>();

    void on(String event, EventListener listener) {
        synchronized (byEvent) {
            byEvent.computeIfAbsent(event, first -> new CopyOnWriteArrayList<>())
                    .add(listener);
        }
    }

    void once(String event, EventListener listener) {
        on(event, new Once(event, listener));
    }

    void off(String event) {
        synchronized (byEvent) {
            byEvent.remove(event);
        }
    }

    void off(String event, EventListener listener) {
        synchronized (byEvent) {
            List<EventListener> those = byEvent.get(event);
            if (those != null) {
                those.removeIf(each -> each.equals(listener) || (each instanceof Once once && once.wraps(listener)));
                byEvent.remove(event, List.of());
            }
        }
    }

    List<EventListener> of(String event) {
        synchronized (byEvent) {
            return byEvent.getOrDefault(event, List.of());
        }
    }

    List<AnyListener> incoming() {
        return incoming;
    }

    List<AnyListener> outgoing() {
        return outgoing;
    }

    List<PacketFilter> filters() {
        return filters;
    }

    List<DisconnectListener> disconnecting() {
        return disconnecting;
    }

    List<DisconnectListener> disconnected() {
        return disconnected;
    }

    /** Removes itself before it is called; events of one socket come one at a time. */
    private final class Once implements EventListener {

        private final String event;
        private final EventListener listener;

        Once(String event, EventListener listener) {
            this.event = event;
            this.listener = listener;
        }

        boolean wraps(EventListener other) {
            return listener.equals(other);
        }

        @Override
        public void handle(Arguments arguments, Ack ack) throws Exception {
            off(event, this);
            listener.handle(arguments, ack);
        }
    }
}
