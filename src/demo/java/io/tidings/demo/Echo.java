package io.tidings.demo;

import io.tidings.engine.EngineListener;
import io.tidings.engine.EnginePath;
import io.tidings.engine.EngineSession;
import io.tidings.protocol.engineio.EnginePacket;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends each message, text or binary, back to the client it came from. */
@ApplicationScoped
@EnginePath("/engine.io")
public class Echo implements EngineListener {

    @Override
    public void message(EngineSession session, EnginePacket message) {
        session.send(message);
    }
}
