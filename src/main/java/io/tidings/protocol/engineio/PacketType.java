package io.tidings.protocol.engineio;

import io.tidings.protocol.ProtocolException;

/** The seven packet types of Engine.IO, each known on the wire by a digit. */
public enum PacketType {
    OPEN('0'),
    CLOSE('1'),
    PING('2'),
    PONG('3'),
    MESSAGE('4'),
    UPGRADE('5'),
    NOOP('6');

    private final byte digit;

    PacketType(char digit) {
        this.digit = (byte) digit;
    }

    /** The digit that stands for this type on the wire. */
    public byte digit() {
        return digit;
    }

    static PacketType ofDigit(byte digit) {
        return switch (digit) {
            case '0' -> OPEN;
            case '1' -> CLOSE;
            case '2' -> PING;
            case '3' -> PONG;
            case '4' -> MESSAGE;
            case '5' -> UPGRADE;
            case '6' -> NOOP;
            default -> throw new ProtocolException("unknown packet type");
        };
    }
}
