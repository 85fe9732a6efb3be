package io.tidings.socketio;

import io.tidings.protocol.socketio.PacketLimits;
import java.time.Duration;

/**
 * How the Socket.IO layer behaves.
 *
 * @param connectTimeout how long a client may stay without a namespace, and how long an admission may take
 * @param attachmentTimeout how long the attachments of one packet may take
 * @param ackTimeout how long an acknowledgement is awaited where nothing else is said
 * @param limits the most that one client may cost
 */
public record SocketIoSettings(
        Duration connectTimeout,
        Duration attachmentTimeout,
        Duration ackTimeout,
        PacketLimits packets,
        ClientLimits limits) {

    /**
     * The most that one client may cost.
     *
     * @param namespaces to which one client is connected or wants to be
     * @param familyNamespaces of all families together that may exist on this node
     * @param rooms of one socket, the one of its own id not counted
     * @param roomName characters
     * @param eventName characters
     * @param pendingAcks acknowledgements that one socket owes
     */
    public record ClientLimits(
            int namespaces, int familyNamespaces, int rooms, int roomName, int eventName, int pendingAcks) {}
}
