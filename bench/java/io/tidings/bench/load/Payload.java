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
    private final int idAt;
    private final int idEnd;
    private final int stampAt;
    private final int stampEnd;

    /** A message of the given size behind {@code prefix}, the Engine.IO packet type. */
    Payload(String prefix, int size, boolean binary) {
        this(prefix, size, "", binary);
    }

    /** Text of the given size between what the protocol has around it; {@link AckId#PLACE} stands for a number. */
    Payload(String head, int size, String tail) {
        this(head, size, tail, false);
    }

    private Payload(String head, int size, String tail, boolean binary) {
        message = (head + " ".repeat(size) + tail).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < size; i++) {
            message[head.length() + i] = (byte) (binary ? i * 31 : 'a' + i % 26);
        }
        idAt = Math.max(head.indexOf(AckId.PLACE), 0);
        idEnd = head.contains(AckId.PLACE) ? idAt + AckId.PLACE.length() : idAt;
        stampAt = head.length();
        stampEnd = size >= STAMP_BYTES ? stampAt + STAMP_BYTES : stampAt;
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
        stampMasked(target, start, stamp, 0);
    }

    /** Writes the stamp, masked, into a frame whose payload starts at {@code payloadAt}. */
    void stampMasked(ByteBuffer frame, int payloadAt, int stamp, int mask) {
        if (idEnd > idAt) {
            AckId.put(frame, payloadAt + idAt, stamp, Integer.rotateLeft(mask, Byte.SIZE * (idAt % Integer.BYTES)));
        }
        if (stampEnd > stampAt) {
            int turned = Integer.rotateLeft(mask, Byte.SIZE * (stampAt % Integer.BYTES));
            long longMask = ((long) turned << Integer.SIZE) | (turned & 0xFFFFFFFFL);
            frame.putLong(payloadAt + stampAt, spread(stamp) ^ longMask);
        }
    }

    /** Whether these bytes are the message with that stamp. */
    boolean matches(byte[] bytes, int from, int length, int stamp) {
        return length == message.length
                && isTemplate(bytes, from, 0, idAt)
                && (idEnd == idAt || AckId.is(bytes, from + idAt, stamp))
                && isTemplate(bytes, from, idEnd, stampAt)
                && (stampEnd == stampAt || (long) LONG.get(bytes, from + stampAt) == spread(stamp))
                && isTemplate(bytes, from, stampEnd, length);
    }

    private boolean isTemplate(byte[] bytes, int from, int start, int end) {
        return Arrays.equals(bytes, from + start, from + end, message, start, end);
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
