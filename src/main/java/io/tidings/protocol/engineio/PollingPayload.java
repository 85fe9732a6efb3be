package io.tidings.protocol.engineio;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.ProtocolException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Several packets in one body of long polling, separated by a record separator; binary ones as base64. */
public final class PollingPayload {

    private static final byte SEPARATOR = 0x1e;

    private PollingPayload() {}

    /** Reads the packets of a body that is known to be valid UTF-8. */
    public static List<EnginePacket> decode(Bytes body, int maxPackets) {
        List<EnginePacket> packets = new ArrayList<>(4);
        int start = 0;
        for (int i = 0; i <= body.length(); i++) {
            if (i == body.length() || body.at(i) == SEPARATOR) {
                if (packets.size() == maxPackets) {
                    throw new ProtocolException("more than " + maxPackets + " packets in one payload");
                }
                packets.add(EnginePacket.ofText(body.slice(start, i - start)));
                start = i + 1;
            }
        }
        return packets;
    }

    /** How many bytes a packet takes in a payload, its separator not counted. */
    public static int encodedSize(EnginePacket packet) {
        return packet.binary()
                ? 1 + (packet.data().length() + 2) / 3 * 4
                : 1 + packet.data().length();
    }

    public static byte[] encode(List<EnginePacket> packets) {
        int size = Math.max(0, packets.size() - 1);
        for (EnginePacket packet : packets) {
            size += encodedSize(packet);
        }
        byte[] body = new byte[size];
        int at = 0;
        for (EnginePacket packet : packets) {
            if (at > 0) {
                body[at++] = SEPARATOR;
            }
            at = encodePacket(packet, body, at);
        }
        return body;
    }

    private static int encodePacket(EnginePacket packet, byte[] body, int at) {
        if (!packet.binary()) {
            body[at] = packet.type().digit();
            return packet.data().copyTo(body, at + 1);
        }
        body[at] = Base64Text.MARK;
        byte[] base64 = Base64.getEncoder().encode(packet.data().toArray());
        System.arraycopy(base64, 0, body, at + 1, base64.length);
        return at + 1 + base64.length;
    }
}
