package io.tidings.container.witness;

import io.tidings.engine.EngineListener;
import io.tidings.engine.EnginePath;
import io.tidings.engine.EngineSession;
import io.tidings.protocol.engineio.EnginePacket;
import jakarta.enterprise.context.ApplicationScoped;

/** A listener on network threads. */
@ApplicationScoped
@EnginePath("/direct")
public class DirectWitness implements EngineListener {

    @Override
    public void message(EngineSession session, EnginePacket message) {
        Surroundings.answer(session, message);
    }

    @Override
    public boolean isNonBlocking() {
        return true;
    }
}
