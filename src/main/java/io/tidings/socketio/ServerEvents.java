package io.tidings.socketio;

import io.tidings.api.EventListener;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who listens to what other nodes emit for servers. */
final class ServerEvents {

    private final Map<String, List<EventListener>> byName = new ConcurrentHashMap<>();

    void on(String event, EventListener listener) {
        byName.computeIfAbsent(event, first -> new CopyOnWriteArrayList<>()).add(listener);
    }

    List<EventListener> of(String event) {
        return byName.getOrDefault(event, List.of());
    }
}
