package io.tidings.engine;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** The settings of an engine under test: those of production, except for what a test turns. */
public final class Tuning {

    public static final Duration PING_INTERVAL = Duration.ofSeconds(25);
    public static final Duration PING_TIMEOUT = Duration.ofSeconds(20);
    public static final Duration UPGRADE_TIMEOUT = Duration.ofSeconds(10);
    public static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

    private Set<TransportKind> transports = EnumSet.allOf(TransportKind.class);
    private boolean allowUpgrades = true;
    private String initialPacket = "";
    private int maxPayload = 1_000_000;
    private int outboxPackets = 1_000;
    private int outboxBytes = 1_048_576;
    private int packetsPerPayload = 10_000;

    public Tuning transports(Set<TransportKind> kinds) {
        transports = kinds;
        return this;
    }

    public Tuning allowUpgrades(boolean allow) {
        allowUpgrades = allow;
        return this;
    }

    public Tuning initialPacket(String text) {
        initialPacket = text;
        return this;
    }

    public Tuning maxPayload(int bytes) {
        maxPayload = bytes;
        return this;
    }

    public Tuning packetsPerPayload(int packets) {
        packetsPerPayload = packets;
        return this;
    }

    public Tuning outbox(int packets, int bytes) {
        outboxPackets = packets;
        outboxBytes = bytes;
        return this;
    }

    EngineLimits limits() {
        return new EngineLimits(outboxPackets, outboxBytes, 64, 1_000_000, 100, packetsPerPayload);
    }

    public EngineSettings settings() {
        return new EngineSettings(
                PING_INTERVAL,
                PING_TIMEOUT,
                UPGRADE_TIMEOUT,
                CLOSE_TIMEOUT,
                maxPayload,
                transports,
                allowUpgrades,
                initialPacket,
                limits());
    }
}
