package io.tidings.apps;

import io.tidings.engine.CloseReason;
import io.tidings.engine.EngineListener;
import io.tidings.engine.EnginePath;
import io.tidings.engine.EngineSession;
import io.tidings.protocol.engineio.EnginePacket;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Does what a test tells it in a message, such as {@code count 50 then close}. */
@ApplicationScoped
@EnginePath("/commands")
public class Commands implements EngineListener {

    private final Map<String, String> histories = new ConcurrentHashMap<>();

    @Override
    public void opened(EngineSession session) {
        histories.put(session.id().value(), "opened");
    }

    @Override
    public void upgraded(EngineSession session) {
        happened(session, "upgraded");
    }

    @Override
    public void closed(EngineSession session, CloseReason reason) {
        happened(session, "closed: " + reason.words());
    }

    private void happened(EngineSession session, String event) {
        histories.merge(session.id().value(), event, (before, now) -> before + " " + now);
    }

    @Override
    public void message(EngineSession session, EnginePacket message) {
        String[] words = message.data().toUtf8String().split(" ", -1);
        switch (words[0]) {
            case "count" -> count(session, Integer.parseInt(words[1]), words.length > 2);
            case "header" ->
                answer(session, session.handshake().header(words[1]).orElse("none"));
            case "query" ->
                answer(session, session.handshake().queryParameter(words[1]).orElse("none"));
            case "transport" -> answer(session, session.transportKind().wireName());
            case "history" -> answer(session, histories.getOrDefault(words[1], "none"));
            case "sleep" -> sleep(session, Integer.parseInt(words[1]));
            default -> answer(session, "unknown command");
        }
    }

    private static void count(EngineSession session, int end, boolean thenClose) {
        for (int i = 0; i < end; i++) {
            answer(session, Integer.toString(i));
        }
        if (thenClose) {
            session.close();
        }
    }

    private static void sleep(EngineSession session, int milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
            answer(session, "awake");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(EngineSession session, String text) {
        session.send(EnginePacket.text(text));
    }
}
