package io.tidings.engine;

/**
 * The most that one client may cost.
 *
 * @param outboxPackets packets that wait for a client that reads slowly
 * @param outboxBytes their bytes
 * @param inboundPackets messages of a client that wait for its handler before reading stops
 * @param inboundBytes their bytes
 * @param controlPacketsPerSecond packets without a message in them
 * @param packetsPerPayload packets in one body of long polling
 */
public record EngineLimits(
        int outboxPackets,
        int outboxBytes,
        int inboundPackets,
        int inboundBytes,
        int controlPacketsPerSecond,
        int packetsPerPayload) {}
