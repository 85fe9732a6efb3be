package io.tidings.apps;

import io.tidings.engine.EngineListener;
import io.tidings.engine.EnginePath;
import io.tidings.engine.EngineSession;
import io.tidings.protocol.engineio.EnginePacket;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends each message back from a thread of the container's pool, as a listener does that may block. */
@ApplicationScoped
@EnginePath("/pooled")
public class PooledEcho implements EngineListener {

    @Override
    public void message(EngineSession session, EnginePacket message) {
        session.send(message);
    }
}
