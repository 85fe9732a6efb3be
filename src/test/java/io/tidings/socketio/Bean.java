package io.tidings.socketio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stands for a bean with handler methods. */
final class Bean {

    /** What a handler method does. */
    interface Body {
        @Nullable
        Object call(Occurrence occurrence) throws Throwable;
    }

    private record Method(String name, boolean acknowledges, boolean isNonBlocking, Body body) implements Handler {

        @Override
        public @Nullable Object call(Occurrence occurrence) throws Throwable {
            return body.call(occurrence);
        }

        @Override
        public String toString() {
            return "Bean." + name;
        }
    }

    private final List<Handler> onConnect = new ArrayList<>();
    private final Map<String, List<Handler>> onEvent = new HashMap<>();
    private final List<Handler> onAny = new ArrayList<>();
    private final List<Handler> onDisconnecting = new ArrayList<>();
    private final List<Handler> onDisconnect = new ArrayList<>();

    Bean onConnect(Body body) {
        onConnect.add(new Method("connect", false, false, body));
        return this;
    }

    /** A method whose result is the acknowledgement. */
    Bean onEvent(String event, Body body) {
        return add(event, new Method(event, true, false, body));
    }

    Bean onEventWithoutAck(String event, Body body) {
        return add(event, new Method(event, false, false, body));
    }

    Bean onEventNonBlocking(String event, Body body) {
        return add(event, new Method(event, true, true, body));
    }

    private Bean add(String event, Handler handler) {
        onEvent.computeIfAbsent(event, first -> new ArrayList<>()).add(handler);
        return this;
    }

    Bean onAny(Body body) {
        onAny.add(new Method("any", false, false, body));
        return this;
    }

    Bean onDisconnecting(Body body) {
        onDisconnecting.add(new Method("disconnecting", false, false, body));
        return this;
    }

    Bean onDisconnect(Body body) {
        onDisconnect.add(new Method("disconnect", false, false, body));
        return this;
    }

    Handlers handlers() {
        return new Handlers(onConnect, onEvent, onAny, onDisconnecting, onDisconnect);
    }
}
