package io.tidings.protocol.engineio;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.ProtocolException;

/**
 * One Engine.IO packet. Only a message can be binary; the data of all others is UTF-8 text, validated by whoever read it
 * from the network.
 *
 * @param compressible false to ask transports that compress to leave this packet as it is
 */
public record EnginePacket(PacketType type, Bytes data, boolean binary, boolean compressible) {

    public static final EnginePacket CLOSE = new EnginePacket(PacketType.CLOSE, Bytes.EMPTY, false);
    public static final EnginePacket PING = new EnginePacket(PacketType.PING, Bytes.EMPTY, false);
    public static final EnginePacket PONG = new EnginePacket(PacketType.PONG, Bytes.EMPTY, false);
    public static final EnginePacket UPGRADE = new EnginePacket(PacketType.UPGRADE, Bytes.EMPTY, false);
    public static final EnginePacket NOOP = new EnginePacket(PacketType.NOOP, Bytes.EMPTY, false);

    /** The data by which both sides recognise the probe of an upgrade. */
    public static final Bytes PROBE = Bytes.utf8("probe");

    public EnginePacket(PacketType type, Bytes data, boolean binary) {
        this(type, data, binary, true);
    }

    public static EnginePacket text(Bytes utf8) {
        return new EnginePacket(PacketType.MESSAGE, utf8, false);
    }

    public static EnginePacket text(String text) {
        return text(Bytes.utf8(text));
    }

    public static EnginePacket binary(Bytes bytes) {
        return new EnginePacket(PacketType.MESSAGE, bytes, true);
    }

    /** Reads a packet from text that carries its type in the first byte: a WebSocket text message, a polling entry. */
    public static EnginePacket ofText(Bytes typed) {
        if (typed.isEmpty()) {
            throw new ProtocolException("empty packet");
        }
        if (typed.at(0) == Base64Text.MARK) {
            return binary(Base64Text.decode(typed.from(1)));
        }
        PacketType type = PacketType.ofDigit(typed.at(0));
        return new EnginePacket(type, typed.from(1), false);
    }

    /** The same packet, but not compressible: for data that is compressed already, or secret beside what others can choose. */
    public EnginePacket uncompressed() {
        return compressible ? new EnginePacket(type, data, binary, false) : this;
    }

    /** How many bytes the packet has when it is not encoded as base64. */
    public int size() {
        return binary ? data.length() : data.length() + 1;
    }

    public boolean isProbe() {
        return data.equals(PROBE);
    }
}
