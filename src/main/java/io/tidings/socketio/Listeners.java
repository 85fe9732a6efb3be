package io.tidings.socketio;

import io.tidings.api.Ack;
import io.tidings.api.AnyListener;
import io.tidings.api.Arguments;
import io.tidings.api.DisconnectListener;
import io.tidings.api.EventListener;
import io.tidings.api.PacketFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What the application has given to one socket to be called. Sockets that are served by beans alone have none of this; others keep
 * it for as long as they live, hence immutable lists, which are small.
 */
final class Listeners {

    // Replaced as a whole, under the lock of this.
    private volatile Map<String, List<EventListener>> byEvent = Map.of();
    private volatile List<AnyListener> incoming = List.of();
    private volatile List<AnyListener> outgoing = List.of();
    private volatile List<PacketFilter> filters = List.of();
    private volatile List<DisconnectListener> disconnecting = List.of();
    private volatile List<DisconnectListener> disconnected = List.of();

    // ---- events by name

    synchronized void on(String event, EventListener listener) {
        put(event, joined(of(event), List.of(listener)));
    }

    void once(String event, EventListener listener) {
        on(event, new Once(event, listener));
    }

    synchronized void off(String event) {
        put(event, List.of());
    }

    synchronized void off(String event, EventListener listener) {
        put(
                event,
                without(
                        of(event),
                        each -> each.equals(listener) || (each instanceof Once once && once.wraps(listener))));
    }

    private void put(String event, List<EventListener> those) {
        Map<String, List<EventListener>> now = new HashMap<>(byEvent);
        if (those.isEmpty()) {
            now.remove(event);
        } else {
            now.put(event, those);
        }
        byEvent = Map.copyOf(now);
    }

    List<EventListener> of(String event) {
        return byEvent.getOrDefault(event, List.of());
    }

    // ---- events of every name

    synchronized void onAny(AnyListener listener) {
        incoming = joined(incoming, List.of(listener));
    }

    synchronized void prependAny(AnyListener listener) {
        incoming = joined(List.of(listener), incoming);
    }

    synchronized void offAny(AnyListener listener) {
        incoming = without(incoming, listener::equals);
    }

    List<AnyListener> incoming() {
        return incoming;
    }

    synchronized void onAnyOutgoing(AnyListener listener) {
        outgoing = joined(outgoing, List.of(listener));
    }

    synchronized void prependAnyOutgoing(AnyListener listener) {
        outgoing = joined(List.of(listener), outgoing);
    }

    synchronized void offAnyOutgoing(AnyListener listener) {
        outgoing = without(outgoing, listener::equals);
    }

    List<AnyListener> outgoing() {
        return outgoing;
    }

    // ---- the rest

    synchronized void use(PacketFilter filter) {
        filters = joined(filters, List.of(filter));
    }

    List<PacketFilter> filters() {
        return filters;
    }

    synchronized void onDisconnecting(DisconnectListener listener) {
        disconnecting = joined(disconnecting, List.of(listener));
    }

    List<DisconnectListener> disconnecting() {
        return disconnecting;
    }

    synchronized void onDisconnect(DisconnectListener listener) {
        disconnected = joined(disconnected, List.of(listener));
    }

    List<DisconnectListener> disconnected() {
        return disconnected;
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    private static <T> List<T> without(List<T> those, Predicate<T> unwanted) {
        return those.stream().filter(unwanted.negate()).toList();
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
