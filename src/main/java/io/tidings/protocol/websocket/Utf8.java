package io.tidings.protocol.websocket;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Validates UTF-8 (RFC 3629) as it arrives: a state carries over from one piece to the next and turns invalid at the
 * first byte that no valid text can have there.
 *
 * <p>A state says what the next byte may be. They are numbered so that each state between {@link #COMPLETE} and three
 * missing bytes leads to its predecessor; four more hold the lead bytes whose second byte has a narrower range (no
 * overlong forms, no surrogates, nothing above U+10FFFF).
 */
final class Utf8 {

    /** At the boundary of two characters: the text may end here. */
    static final int COMPLETE = 0;

    static final int INVALID = 8;

    private static final int ONE_MORE = 1;
    private static final int TWO_MORE = 2;
    private static final int THREE_MORE = 3;
    private static final int AFTER_E0 = 4;
    private static final int AFTER_ED = 5;
    private static final int AFTER_F0 = 6;
    private static final int AFTER_F4 = 7;

    /** The next state at [state * 256 + byte]. */
    private static final byte[] NEXT = transitions();

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    static boolean isValid(byte[] bytes, int offset, int length) {
        return advance(COMPLETE, bytes, offset, length) == COMPLETE;
    }

    /** The state after more bytes of the same text. */
    static int advance(int state, byte[] bytes, int offset, int length) {
        int end = offset + length;
        int at = offset;
        int now = state;
        while (at < end) {
            if (now == COMPLETE) {
                at = skipAscii(bytes, at, end);
                if (at == end) {
                    return COMPLETE;
                }
            }
            now = NEXT[(now << 8) | (bytes[at++] & 0xFF)];
            if (now == INVALID) {
                return INVALID;
            }
        }
        return now;
    }

    private static int skipAscii(byte[] bytes, int from, int end) {
        int at = from;
        while (at <= end - Long.BYTES && ((long) LONGS.get(bytes, at) & HIGH_BITS) == 0) {
            at += Long.BYTES;
        }
        while (at < end && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    private static byte[] transitions() {
        byte[] next = new byte[(INVALID + 1) << 8];
        Arrays.fill(next, (byte) INVALID);
        allow(next, COMPLETE, 0x00, 0x7F, COMPLETE);
        allow(next, COMPLETE, 0xC2, 0xDF, ONE_MORE);
        allow(next, COMPLETE, 0xE0, 0xEF, TWO_MORE);
        allow(next, COMPLETE, 0xE0, 0xE0, AFTER_E0);
        allow(next, COMPLETE, 0xED, 0xED, AFTER_ED);
        allow(next, COMPLETE, 0xF1, 0xF3, THREE_MORE);
        allow(next, COMPLETE, 0xF0, 0xF0, AFTER_F0);
        allow(next, COMPLETE, 0xF4, 0xF4, AFTER_F4);
        allow(next, ONE_MORE, 0x80, 0xBF, COMPLETE);
        allow(next, TWO_MORE, 0x80, 0xBF, ONE_MORE);
        allow(next, THREE_MORE, 0x80, 0xBF, TWO_MORE);
        allow(next, AFTER_E0, 0xA0, 0xBF, ONE_MORE);
        allow(next, AFTER_ED, 0x80, 0x9F, ONE_MORE);
        allow(next, AFTER_F0, 0x90, 0xBF, TWO_MORE);
        allow(next, AFTER_F4, 0x80, 0x8F, TWO_MORE);
        return next;
    }

    private static void allow(byte[] next, int state, int first, int last, int then) {
        Arrays.fill(next, (state << 8) + first, (state << 8) + last + 1, (byte) then);
    }
}
