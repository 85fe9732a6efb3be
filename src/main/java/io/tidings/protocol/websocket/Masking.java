package io.tidings.protocol.websocket;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The XOR with a four-byte key that hides a client's payload, RFC 6455, 5.3; keys are little-endian ints here. */
final class Masking {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Masking() {}

    static int keyAt(byte[] buffer, int at) {
        return (int) INTS.get(buffer, at);
    }

    /** The key for what follows after so many bytes were unmasked with it. */
    static int rotated(int key, int bytes) {
        return Integer.rotateRight(key, (bytes & 3) << 3);
    }

    /** Copies masked bytes unmasked into a target, which may be the source itself; true when all of them are ASCII. */
    static boolean unmask(byte[] source, int from, byte[] target, int to, int length, int key) {
        long wideKey = (key & 0xFFFFFFFFL) | ((long) key << 32);
        long seen = 0;
        int done = 0;
        for (; done <= length - Long.BYTES; done += Long.BYTES) {
            long clear = (long) LONGS.get(source, from + done) ^ wideKey;
            LONGS.set(target, to + done, clear);
            seen |= clear;
        }
        for (long rest = wideKey; done < length; done++, rest >>>= 8) {
            byte clear = (byte) (source[from + done] ^ rest);
            target[to + done] = clear;
            seen |= clear;
        }
        return (seen & HIGH_BITS) == 0;
    }
}
