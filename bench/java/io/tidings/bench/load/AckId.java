package io.tidings.bench.load;

import java.nio.ByteBuffer;

/**
 * The number by which an acknowledgement names its event. Always five digits, so that all events are of one length; it
 * starts again after 65 536 events, of which only the last few are still to be acknowledged.
 */
final class AckId {

    /** What stands for the number in a message before it is stamped. */
    static final String PLACE = "#####";

    private static final int FIRST = 10_000;
    private static final int SEQUENCE_MASK = 0xFFFF;

    private AckId() {}

    /** Writes the number of a stamp; {@code mask} starts at its first digit. */
    static void put(ByteBuffer target, int at, int stamp, int mask) {
        int rest = number(stamp);
        for (int i = PLACE.length() - 1; i >= 0; i--) {
            int maskByte = mask >> (Byte.SIZE * (3 - i % Integer.BYTES));
            target.put(at + i, (byte) (('0' + rest % 10) ^ maskByte));
            rest /= 10;
        }
    }

    /** Whether the number of that stamp stands there. */
    static boolean is(byte[] bytes, int at, int stamp) {
        int number = 0;
        for (int i = 0; i < PLACE.length(); i++) {
            int digit = bytes[at + i] - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            number = number * 10 + digit;
        }
        return number == number(stamp);
    }

    private static int number(int stamp) {
        return FIRST + (stamp & SEQUENCE_MASK);
    }
}
