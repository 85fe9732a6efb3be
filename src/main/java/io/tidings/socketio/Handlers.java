package io.tidings.socketio;

import java.util.List;
import java.util.Map;

/** The handlers of one bean. */
public record Handlers(
        List<Handler> onConnect,
        Map<String, List<Handler>> onEvent,
        List<Handler> onAny,
        List<Handler> onDisconnecting,
        List<Handler> onDisconnect) {

    public Handlers {
        onConnect = List.copyOf(onConnect);
        onEvent = Map.copyOf(onEvent);
        onAny = List.copyOf(onAny);
        onDisconnecting = List.copyOf(onDisconnecting);
        onDisconnect = List.copyOf(onDisconnect);
    }
}
