package io.tidings.engine;

import io.tidings.protocol.engineio.EnginePacket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Remembers what each session told, and answers as a test wants. */
public final class RecordingListener implements EngineListener {

    private final Map<EngineSession, List<String>> events = new HashMap<>();
    private Consumer<EngineSession> onOpened = session -> {};
    private BiConsumer<EngineSession, EnginePacket> onMessage = (session, message) -> {};
    private Consumer<EngineSession> onClosed = session -> {};

    public void whenOpened(Consumer<EngineSession> action) {
        onOpened = action;
    }

    public void whenMessage(BiConsumer<EngineSession, EnginePacket> action) {
        onMessage = action;
    }

    public void whenClosed(Consumer<EngineSession> action) {
        onClosed = action;
    }

    @Override
    public void opened(EngineSession session) {
        note(session, "opened");
        onOpened.accept(session);
    }

    @Override
    public void message(EngineSession session, EnginePacket message) {
        note(session, (message.binary() ? "binary " : "") + message.data().toUtf8String());
        onMessage.accept(session, message);
    }

    @Override
    public void upgraded(EngineSession session) {
        note(session, "upgraded");
    }

    @Override
    public void closed(EngineSession session, CloseReason reason) {
        note(session, "closed: " + reason.words());
        onClosed.accept(session);
    }

    private synchronized void note(EngineSession session, String event) {
        events.computeIfAbsent(session, any -> new ArrayList<>()).add(event);
    }

    /** What the listener heard of a session, in order. */
    public synchronized List<String> eventsOf(EngineSession session) {
        return List.copyOf(events.getOrDefault(session, List.of()));
    }

    /** The same without the beginning and the end. */
    public List<String> messagesOf(EngineSession session) {
        return eventsOf(session).stream()
                .filter(event -> !event.equals("opened") && !event.startsWith("closed: "))
                .toList();
    }

    synchronized Map<EngineSession, List<String>> all() {
        return Map.copyOf(events);
    }
}
