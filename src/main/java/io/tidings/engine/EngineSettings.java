package io.tidings.engine;

import java.time.Duration;
import java.util.Set;

/**
 * How the sessions of one engine behave.
 *
 * @param closeTimeout how long a session that was closed on this side waits for its client to fetch what is queued
 * @param initialPacket a text message that follows every open packet; empty for none
 */
public record EngineSettings(
        Duration pingInterval,
        Duration pingTimeout,
        Duration upgradeTimeout,
        Duration closeTimeout,
        int maxPayload,
        Set<TransportKind> transports,
        boolean allowUpgrades,
        String initialPacket,
        EngineLimits limits) {

    public EngineSettings {
        transports = Set.copyOf(transports);
    }

    boolean canUpgrade() {
        return allowUpgrades && transports.contains(TransportKind.WEBSOCKET);
    }
}
