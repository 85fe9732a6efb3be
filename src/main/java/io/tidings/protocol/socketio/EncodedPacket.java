package io.tidings.protocol.socketio;

import io.tidings.protocol.Bytes;
import java.util.List;

/**
 * A packet as the messages that carry it: one of text, then one for each attachment, in this order and with nothing in
 * between. Encoded once, it can be sent to any number of receivers.
 */
public record EncodedPacket(Bytes text, List<Bytes> attachments) {

    public static EncodedPacket of(SocketPacket packet) {
        return new EncodedPacket(text(packet), packet.payload().attachments());
    }

    private static Bytes text(SocketPacket packet) {
        Bytes json = packet.payload().json();
        int attachments = packet.payload().attachments().size();
        boolean main = packet.namespace().equals(SocketPacket.MAIN_NAMESPACE);
        Bytes namespace = main ? Bytes.EMPTY : Bytes.utf8(packet.namespace());
        int size = 1 + json.length();
        size += attachments > 0 ? digits(attachments) + 1 : 0;
        size += main ? 0 : namespace.length() + 1;
        size += packet.hasAckId() ? digits(packet.ackId()) : 0;

        byte[] text = new byte[size];
        int at = 0;
        text[at++] = packet.type().digit(attachments > 0);
        if (attachments > 0) {
            at = put(text, at, attachments);
            text[at++] = '-';
        }
        if (!main) {
            at = namespace.copyTo(text, at);
            text[at++] = ',';
        }
        if (packet.hasAckId()) {
            at = put(text, at, packet.ackId());
        }
        json.copyTo(text, at);
        return Bytes.wrap(text);
    }

    private static int digits(long number) {
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    private static int put(byte[] text, int at, long number) {
        int end = at + digits(number);
        long rest = number;
        for (int i = end - 1; i >= at; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return end;
    }
}
