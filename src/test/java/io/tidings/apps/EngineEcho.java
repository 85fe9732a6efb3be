package io.tidings.apps;

import io.tidings.engine.EngineListener;
import io.tidings.engine.EnginePath;
import io.tidings.engine.EngineSession;
import io.tidings.protocol.engineio.EnginePacket;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends each message back on the thread that read it. */
@ApplicationScoped
@EnginePath("/engine.io")
public class EngineEcho implements EngineListener {

    @Override
    public void message(EngineSession session, EnginePacket message) {
        session.send(message);
    }

    @Override
    public boolean isNonBlocking() {
        return true;
    }
}
