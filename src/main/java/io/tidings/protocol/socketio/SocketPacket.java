package io.tidings.protocol.socketio;

import io.tidings.protocol.ProtocolException;

/**
 * One Socket.IO packet, its attachments included. Whether an event or an acknowledgement is binary on the wire follows
 * from its payload.
 *
 * @param ackId what an event wants its acknowledgement under, or what an acknowledgement answers; else {@link #NO_ACK}
 */
public record SocketPacket(Type type, String namespace, long ackId, Payload payload) {

    public static final String MAIN_NAMESPACE = "/";
    public static final long NO_ACK = -1;

    /** The largest number that every client can tell from its neighbours: 2⁵³ - 1. */
    public static final long MAX_ACK_ID = (1L << 53) - 1;

    public SocketPacket {
        require(namespace.startsWith("/") && namespace.indexOf(',') < 0, "a namespace begins with / and has no comma");
        require(ackId >= NO_ACK && ackId <= MAX_ACK_ID, "ack id out of range");
        switch (type) {
            case EVENT -> require(!payload.isEmpty(), "an event has a payload");
            case ACK -> require(!payload.isEmpty() && ackId != NO_ACK, "an acknowledgement has an id and a payload");
            case CONNECT, CONNECT_ERROR ->
                require(!payload.hasAttachments() && ackId == NO_ACK, "neither attachments nor an ack id here");
            case DISCONNECT -> require(payload.isEmpty() && ackId == NO_ACK, "a disconnect has nothing with it");
        }
    }

    public static SocketPacket connect(String namespace, Payload payload) {
        return new SocketPacket(Type.CONNECT, namespace, NO_ACK, payload);
    }

    public static SocketPacket connectError(String namespace, Payload payload) {
        return new SocketPacket(Type.CONNECT_ERROR, namespace, NO_ACK, payload);
    }

    public static SocketPacket disconnect(String namespace) {
        return new SocketPacket(Type.DISCONNECT, namespace, NO_ACK, Payload.NONE);
    }

    public static SocketPacket event(String namespace, Payload payload) {
        return new SocketPacket(Type.EVENT, namespace, NO_ACK, payload);
    }

    /** An event that wants to be acknowledged. */
    public static SocketPacket event(String namespace, long ackId, Payload payload) {
        return new SocketPacket(Type.EVENT, namespace, ackId, payload);
    }

    public static SocketPacket ack(String namespace, long ackId, Payload payload) {
        return new SocketPacket(Type.ACK, namespace, ackId, payload);
    }

    public boolean hasAckId() {
        return ackId != NO_ACK;
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }

    /** What a packet is for. On the wire events and acknowledgements with attachments have digits of their own. */
    public enum Type {
        CONNECT('0', '0'),
        DISCONNECT('1', '1'),
        EVENT('2', '5'),
        ACK('3', '6'),
        CONNECT_ERROR('4', '4');

        private final byte digit;
        private final byte binaryDigit;

        Type(char digit, char binaryDigit) {
            this.digit = (byte) digit;
            this.binaryDigit = (byte) binaryDigit;
        }

        byte digit(boolean binary) {
            return binary ? binaryDigit : digit;
        }

        static Type ofDigit(byte digit) {
            return switch (digit) {
                case '0' -> CONNECT;
                case '1' -> DISCONNECT;
                case '2', '5' -> EVENT;
                case '3', '6' -> ACK;
                case '4' -> CONNECT_ERROR;
                default -> throw new ProtocolException("unknown packet type");
            };
        }

        static boolean isBinary(byte digit) {
            return digit == '5' || digit == '6';
        }
    }
}
