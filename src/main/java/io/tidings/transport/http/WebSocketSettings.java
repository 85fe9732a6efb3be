package io.tidings.transport.http;

import io.tidings.schedule.Deadlines;
import java.time.Duration;

/**
 * What the WebSocket transports of one engine share.
 *
 * @param maxMessage bytes of one message of a client
 * @param maxFragments frames of one message
 * @param closeTimeout how long a client may take to answer a Close frame
 * @param controlsPerSecond ping and pong frames of a client
 * @param deflateThreshold compress messages from this size on, where the client agrees; negative for never
 */
public record WebSocketSettings(
        int maxMessage,
        int maxFragments,
        Duration closeTimeout,
        int controlsPerSecond,
        int deflateThreshold,
        Deadlines deadlines) {

    public boolean deflates() {
        return deflateThreshold >= 0;
    }
}
