package io.tidings.socketio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which handler beans want what; immutable. */
final class Routes {

    static final Routes NONE = new Routes(List.of());

    /** The handlers of one event, those of every event first. */
    record Route(List<Handler> any, List<Handler> named, boolean isNonBlocking) {

        boolean isEmpty() {
            return any.isEmpty() && named.isEmpty();
        }
    }

    private final List<Handlers> beans;
    private final Map<String, Route> byEvent = new HashMap<>();
    private final Route others;
    private final List<Handler> onConnect = new ArrayList<>();
    private final List<Handler> onDisconnecting = new ArrayList<>();
    private final List<Handler> onDisconnect = new ArrayList<>();

    private Routes(List<Handlers> beans) {
        this.beans = beans;
        List<Handler> any = new ArrayList<>();
        Map<String, List<Handler>> named = new HashMap<>();
        for (Handlers bean : beans) {
            onConnect.addAll(bean.onConnect());
            onDisconnecting.addAll(bean.onDisconnecting());
            onDisconnect.addAll(bean.onDisconnect());
            any.addAll(bean.onAny());
            bean.onEvent()
                    .forEach((event, handlers) -> named.computeIfAbsent(event, first -> new ArrayList<>())
                            .addAll(handlers));
        }
        named.forEach((event, handlers) -> byEvent.put(event, route(any, handlers)));
        others = route(any, List.of());
    }

    private static Route route(List<Handler> any, List<Handler> named) {
        boolean blocks = any.stream().anyMatch(handler -> !handler.isNonBlocking())
                || named.stream().anyMatch(handler -> !handler.isNonBlocking());
        return new Route(List.copyOf(any), List.copyOf(named), !blocks);
    }

    Routes with(Handlers bean) {
        List<Handlers> all = new ArrayList<>(beans);
        all.add(bean);
        return new Routes(all);
    }

    Route of(String event) {
        return byEvent.getOrDefault(event, others);
    }

    List<Handler> onConnect() {
        return onConnect;
    }

    List<Handler> onDisconnecting() {
        return onDisconnecting;
    }

    List<Handler> onDisconnect() {
        return onDisconnect;
    }
}
