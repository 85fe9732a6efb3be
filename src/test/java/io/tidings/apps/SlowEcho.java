package io.tidings.apps;

import io.tidings.engine.EngineListener;
import io.tidings.engine.EnginePath;
import io.tidings.engine.EngineSession;
import io.tidings.protocol.engineio.EnginePacket;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends each message back after a while, as a listener does that waits for a database. */
@ApplicationScoped
@EnginePath("/slow")
public class SlowEcho implements EngineListener {

    private static final long DELAY_MILLIS = 50;

    @Override
    public void message(EngineSession session, EnginePacket message) {
        try {
            Thread.sleep(DELAY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        session.send(message);
    }
}
