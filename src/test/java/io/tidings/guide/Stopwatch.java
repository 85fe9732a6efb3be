package io.tidings.guide;

import io.tidings.engine.EngineListener;
import io.tidings.engine.EnginePath;
import io.tidings.engine.EngineSession;
import io.tidings.protocol.engineio.EnginePacket;
import jakarta.enterprise.context.ApplicationScoped;

/** The layer below: sends each message, text or binary, back to the client that it came from. */
@ApplicationScoped
@EnginePath("/engine.io")
public class Stopwatch implements EngineListener {

    @Override
    public void message(EngineSession session, EnginePacket message) {
        session.send(message);
    }
}
