package io.tidings.protocol.websocket;

import io.tidings.protocol.Bytes;

/**
 * Lays out the unmasked frames of a server, each in the exact number of bytes that {@link #size} told before: a carrier
 * sums up what it has to send, allocates one array and fills it.
 */
public final class Frames {

    private static final int FIN = 0x80;
    private static final int COMPRESSED = 0x40;
    private static final int LARGEST_SHORT_LENGTH = 0xFFFF;

    private Frames() {}

    /** The size of the frame that carries a payload of a length. */
    public static int size(int payloadLength) {
        if (payloadLength <= PartialFrame.LONGEST_CONTROL) {
            return 2 + payloadLength;
        }
        return Math.addExact(payloadLength, payloadLength <= LARGEST_SHORT_LENGTH ? 4 : 10);
    }

    /** Writes a frame and returns the position behind it. */
    public static int put(byte[] target, int at, Opcode opcode, Bytes payload) {
        return payload.copyTo(target, header(target, at, FIN | opcode.bits(), payload.length()));
    }

    /** Writes a frame whose payload is one byte and what follows it; its payload length is one more. */
    public static int put(byte[] target, int at, Opcode opcode, byte prefix, Bytes payload) {
        int start = header(target, at, FIN | opcode.bits(), payload.length() + 1);
        target[start] = prefix;
        return payload.copyTo(target, start + 1);
    }

    /** Writes a frame whose payload a {@link Deflation} has compressed. */
    public static int putCompressed(byte[] target, int at, Opcode opcode, Bytes deflated) {
        return deflated.copyTo(target, header(target, at, FIN | COMPRESSED | opcode.bits(), deflated.length()));
    }

    /** One frame in an array of its own. */
    public static byte[] of(Opcode opcode, Bytes payload) {
        byte[] frame = new byte[size(payload.length())];
        put(frame, 0, opcode, payload);
        return frame;
    }

    /** A Close frame; empty for {@link CloseCode#NONE}, the reason cut between two characters to what fits. */
    public static byte[] close(int code, String reason) {
        return of(Opcode.CLOSE, new CloseBody(code, reason).encoded());
    }

    private static int header(byte[] target, int at, int first, int length) {
        target[at] = (byte) first;
        if (length <= PartialFrame.LONGEST_CONTROL) {
            target[at + 1] = (byte) length;
            return at + 2;
        }
        if ((first & PartialFrame.CLOSE) != 0) {
            throw new IllegalArgumentException("control frame with " + length + " bytes");
        }
        if (length <= LARGEST_SHORT_LENGTH) {
            target[at + 1] = 126;
            target[at + 2] = (byte) (length >> 8);
            target[at + 3] = (byte) length;
            return at + 4;
        }
        target[at + 1] = 127;
        for (int i = 0; i < Long.BYTES; i++) {
            target[at + 2 + i] = (byte) ((long) length >> (56 - 8 * i));
        }
        return at + 10;
    }
}
