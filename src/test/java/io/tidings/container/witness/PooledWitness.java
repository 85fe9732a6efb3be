package io.tidings.container.witness;

import io.tidings.engine.EngineListener;
import io.tidings.engine.EnginePath;
import io.tidings.engine.EngineSession;
import io.tidings.protocol.engineio.EnginePacket;
import jakarta.enterprise.context.ApplicationScoped;

/** A listener that may block, and so has everything that a servlet has. */
@ApplicationScoped
@EnginePath("/pooled")
public class PooledWitness implements EngineListener {

    @Override
    public void message(EngineSession session, EnginePacket message) {
        Surroundings.answer(session, message);
    }
}
