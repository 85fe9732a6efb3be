package io.tidings.protocol.engineio;

import io.tidings.protocol.ProtocolException;

/** The seven packet types of Engine.IO, each known on the wire by a digit. */
public enum PacketType {
    OPEN,
    CLOSE,
    PING,
    PONG,
    MESSAGE,
    UPGRADE,
    NOOP;

    private static final PacketType[] TYPES = values();

    /** The digit that stands for this type on the wire. */
    public byte digit() {
        return (byte) ('0' + ordinal());
    }

    static PacketType ofDigit(byte digit) {
        int index = digit - '0';
        if (index < 0 || index >= TYPES.length) {
            throw new ProtocolException("unknown packet type");
        }
        return TYPES[index];
    }
}
