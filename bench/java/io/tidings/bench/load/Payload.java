package io.tidings.bench.load;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The message that all clients send, told apart by a stamp of client and sequence number in its first eight bytes, so
 * that an echo that went to the wrong client, out of order or with changed content is seen.
 */
final class Payload {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int STAMP_BYTES = Long.BYTES;

    private final byte[] message;
    private final int stampAt;
    private final boolean stamped;

    /** A message of the given size after {@code prefix}, the Engine.IO packet type. */
    Payload(String prefix, int size, boolean binary) {
        byte[] head = prefix.getBytes(StandardCharsets.US_ASCII);
        stampAt = head.length;
        stamped = size >= STAMP_BYTES;
        message = Arrays.copyOf(head, head.length + size);
        for (int i = head.length; i < message.length; i++) {
            message[i] = (byte) (binary ? i * 31 : 'a' + i % 26);
        }
    }

    int length() {
        return message.length;
    }

    /** The message before any stamp. */
    byte[] template() {
        return message.clone();
    }

    /** Puts the message with a stamp into {@code target}. */
    void put(ByteBuffer target, int stamp) {
        int start = target.position();
        target.put(message);
        if (stamped) {
            target.putLong(start + stampAt, spread(stamp));
        }
    }

    /** Writes the stamp, masked, into a frame whose payload starts at {@code payloadAt}. */
    void stampMasked(ByteBuffer frame, int payloadAt, int stamp, int mask) {
        if (stamped) {
            int turned = Integer.rotateLeft(mask, Byte.SIZE * (stampAt % Integer.BYTES));
            long longMask = ((long) turned << Integer.SIZE) | (turned & 0xFFFFFFFFL);
            frame.putLong(payloadAt + stampAt, spread(stamp) ^ longMask);
        }
    }

    /** Whether these bytes are the message with that stamp. */
    boolean matches(byte[] bytes, int from, int length, int stamp) {
        if (length != message.length || !Arrays.equals(bytes, from, from + stampAt, message, 0, stampAt)) {
            return false;
        }
        int rest = stampAt;
        if (stamped) {
            if ((long) LONG.get(bytes, from + stampAt) != spread(stamp)) {
                return false;
            }
            rest += STAMP_BYTES;
        }
        return Arrays.equals(bytes, from + rest, from + length, message, rest, length);
    }

    /** Eight letters a to p, one for each half byte of the number. */
    private static long spread(int stamp) {
        long x = stamp & 0xFFFFFFFFL;
        x = (x | (x << 16)) & 0x0000FFFF0000FFFFL;
        x = (x | (x << 8)) & 0x00FF00FF00FF00FFL;
        x = (x | (x << 4)) & 0x0F0F0F0F0F0F0F0FL;
        return x + 0x6161616161616161L;
    }
}
