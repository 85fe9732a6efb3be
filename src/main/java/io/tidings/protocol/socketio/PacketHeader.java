package io.tidings.protocol.socketio;

import static io.tidings.protocol.socketio.SocketPacket.MAIN_NAMESPACE;
import static io.tidings.protocol.socketio.SocketPacket.MAX_ACK_ID;
import static io.tidings.protocol.socketio.SocketPacket.NO_ACK;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.ProtocolException;

/**
 * What stands before the JSON of a packet: {@code <type>[n-][/namespace,][id]}. The comma may be missing where nothing
 * follows.
 */
final class PacketHeader {

    private final SocketPacket.Type type;
    private final int attachments;
    private final String namespace;
    private final long ackId;
    private int at;

    /** Reads the header of a text message and keeps nothing else of it. */
    PacketHeader(Bytes text, PacketLimits limits) {
        if (text.isEmpty()) {
            throw new ProtocolException("empty packet");
        }
        byte digit = text.at(at++);
        type = SocketPacket.Type.ofDigit(digit);
        attachments = SocketPacket.Type.isBinary(digit) ? takeCount(text, limits.maxAttachments()) : 0;
        namespace = takeNamespace(text, limits.maxNamespace());
        ackId = takeAckId(text);
    }

    SocketPacket.Type type() {
        return type;
    }

    /** How many attachments follow; none exactly if the packet is not binary. */
    int attachments() {
        return attachments;
    }

    String namespace() {
        return namespace;
    }

    long ackId() {
        return ackId;
    }

    /** The length of the header, which is where the JSON begins. */
    int length() {
        return at;
    }

    private int takeCount(Bytes text, int max) {
        int count = 0;
        while (isDigit(text, at)) {
            count = 10 * count + text.at(at++) - '0';
            if (count > max) {
                throw new ProtocolException("too many attachments");
            }
            if (count == 0) {
                break;
            }
        }
        if (count == 0 || at == text.length() || text.at(at++) != '-') {
            throw new ProtocolException("malformed number of attachments");
        }
        return count;
    }

    private String takeNamespace(Bytes text, int max) {
        if (at == text.length() || text.at(at) != '/') {
            return MAIN_NAMESPACE;
        }
        int start = at;
        while (at < text.length() && text.at(at) != ',') {
            at++;
            if (at - start > max) {
                throw new ProtocolException("namespace too long");
            }
        }
        int length = at - start;
        if (at < text.length()) {
            at++;
        }
        return length == 1 ? MAIN_NAMESPACE : text.slice(start, length).toUtf8String();
    }

    private long takeAckId(Bytes text) {
        if (!isDigit(text, at)) {
            return NO_ACK;
        }
        int start = at;
        long id = 0;
        while (isDigit(text, at)) {
            id = 10 * id + text.at(at++) - '0';
            if (id > MAX_ACK_ID || (at - start > 1 && text.at(start) == '0')) {
                throw new ProtocolException("malformed ack id");
            }
        }
        return id;
    }

    private static boolean isDigit(Bytes text, int index) {
        return index < text.length() && text.at(index) >= '0' && text.at(index) <= '9';
    }
}
