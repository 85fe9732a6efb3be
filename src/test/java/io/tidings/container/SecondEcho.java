package io.tidings.container;

import io.tidings.engine.EngineListener;
import io.tidings.engine.EnginePath;
import io.tidings.engine.EngineSession;
import io.tidings.protocol.engineio.EnginePacket;
import jakarta.enterprise.context.ApplicationScoped;

/** Wants the path that {@link io.tidings.apps.EngineEcho} has. */
@ApplicationScoped
@EnginePath("/engine.io")
public class SecondEcho implements EngineListener {

    @Override
    public void message(EngineSession session, EnginePacket message) {
        session.send(message);
    }
}
