package io.tidings.socketio;

import io.tidings.protocol.socketio.PacketLimits;
import java.time.Duration;

/** The settings of a server under test: those of production, except for what a test turns. */
final class Rules {

    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(45);
    static final Duration ATTACHMENT_TIMEOUT = Duration.ofSeconds(10);
    static final Duration ACK_TIMEOUT = Duration.ofSeconds(30);

    private int namespaces = 64;
    private int familyNamespaces = 10_000;
    private int rooms = 1_000;
    private int pendingAcks = 10_000;
    private int namespaceName = PacketLimits.DEFAULT_MAX_NAMESPACE;

    Rules namespaces(int most) {
        namespaces = most;
        return this;
    }

    Rules familyNamespaces(int most) {
        familyNamespaces = most;
        return this;
    }

    Rules rooms(int most) {
        rooms = most;
        return this;
    }

    Rules pendingAcks(int most) {
        pendingAcks = most;
        return this;
    }

    Rules namespaceName(int most) {
        namespaceName = most;
        return this;
    }

    SocketIoSettings settings() {
        return new SocketIoSettings(
                CONNECT_TIMEOUT,
                ATTACHMENT_TIMEOUT,
                ACK_TIMEOUT,
                new PacketLimits(
                        PacketLimits.DEFAULT_MAX_ATTACHMENTS,
                        10_000_000,
                        PacketLimits.DEFAULT_MAX_DEPTH,
                        namespaceName),
                new SocketIoSettings.ClientLimits(namespaces, familyNamespaces, rooms, 256, 1_024, pendingAcks));
    }
}
