package io.tidings.socketio;

import io.tidings.engine.PeerFaults;
import io.tidings.schedule.Deadlines;
import java.util.concurrent.Executor;

/**
 * What a server gets when it starts.
 *
 * @param executor runs what may block, in the application's context
 */
public record Environment(
        SocketIoSettings settings,
        Deadlines deadlines,
        Executor executor,
        Contributions beans,
        Cluster cluster,
        PeerFaults faults) {}
