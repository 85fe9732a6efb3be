package io.tidings.apps;

import io.tidings.engine.CloseReason;
import io.tidings.engine.EngineListener;
import io.tidings.engine.EnginePath;
import io.tidings.engine.EngineSession;
import io.tidings.protocol.engineio.EnginePacket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Sends each message back on the thread that read it. */
@ApplicationScoped
@EnginePath("/engine.io")
public class EngineEcho implements EngineListener {

    @Inject
    private Departures departures;

    @Override
    public void message(EngineSession session, EnginePacket message) {
        session.send(message);
    }

    @Override
    public void closed(EngineSession session, CloseReason reason) {
        departures.count(reason);
    }

    @Override
    public boolean isNonBlocking() {
        return true;
    }
}
