package io.tidings.transport.http;

import io.tidings.engine.EngineLink;
import io.tidings.engine.Transport;
import java.util.function.Function;

/** What a checked request is for, carried out once its connection stands: a new session, or an upgrade. */
@FunctionalInterface
public interface Opening {

    /** Gives the session its transport, which the function makes for the session's link. */
    void over(Function<EngineLink, Transport> transports);
}
