package io.tidings.json;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.JsonString;
import java.math.BigDecimal;

/**
 * Numbers as JSON has them, within bounds: what is longer than any number that people write, or more than a double holds, would
 * only serve to make somebody calculate for minutes.
 */
final class Numbers {

    static final int MAX_LENGTH = 1_000;
    static final int MAX_EXPONENT = 1_000;

    /** No number without exponent and of so few digits is beyond a double. */
    private static final int HARMLESS_LENGTH = 300;

    /** No number of so few characters without fraction and exponent is beyond a long. */
    private static final int PLAIN_LENGTH = 18;

    private static final int LONGEST_EXPONENT = 6;

    private Numbers() {}

    static boolean isOrdinary(Bytes literal) {
        int length = literal.length();
        if (length > MAX_LENGTH) {
            return false;
        }
        int exponent = exponent(literal);
        if (exponent == length) {
            return length <= HARMLESS_LENGTH || Double.isFinite(parsedDouble(literal));
        }
        return length - exponent <= LONGEST_EXPONENT
                && Math.abs(Integer.parseInt(literal.from(exponent + 1).toUtf8String())) <= MAX_EXPONENT
                && Double.isFinite(parsedDouble(literal));
    }

    /**
     * Whether it does no harm if somebody takes a string for a number, as JSON-B does: the time that {@link java.math.BigInteger} takes
     * grows with the square of the digits, even if they turn out to be no number in the end.
     */
    static boolean mayBeParsed(Bytes string) {
        if (string.length() <= MAX_LENGTH) {
            return true;
        }
        String text = JsonString.unquote(string);
        int digits = 0;
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            if (Character.isDigit(next)) {
                digits++;
            } else if ("+-.eE".indexOf(next) < 0) {
                break;
            }
        }
        return digits <= MAX_LENGTH;
    }

    private static int exponent(Bytes literal) {
        int at = 0;
        while (at < literal.length() && (literal.at(at) | 0x20) != 'e') {
            at++;
        }
        return at;
    }

    /** @throws ArithmeticException when it is out of bounds */
    static BigDecimal decimal(Bytes literal) {
        if (!isOrdinary(literal)) {
            throw new ArithmeticException("out of bounds");
        }
        long plain = literal.length() <= PLAIN_LENGTH ? plain(literal) : Long.MIN_VALUE;
        return plain == Long.MIN_VALUE ? new BigDecimal(literal.toUtf8String()) : BigDecimal.valueOf(plain);
    }

    /** @throws ArithmeticException when it has a fraction or is out of bounds */
    static long whole(Bytes literal) {
        long plain = literal.length() <= PLAIN_LENGTH ? plain(literal) : Long.MIN_VALUE;
        return plain == Long.MIN_VALUE ? decimal(literal).longValueExact() : plain;
    }

    /** The value of digits behind an optional sign; the smallest long for anything else. */
    private static long plain(Bytes literal) {
        boolean negative = literal.at(0) == '-';
        long value = 0;
        for (int i = negative ? 1 : 0; i < literal.length(); i++) {
            int digit = literal.at(i) - '0';
            if (digit < 0 || digit > 9) {
                return Long.MIN_VALUE;
            }
            value = 10 * value + digit;
        }
        return negative ? -value : value;
    }

    /** @throws ArithmeticException when it is out of bounds */
    static double floating(Bytes literal) {
        if (!isOrdinary(literal)) {
            throw new ArithmeticException("out of bounds");
        }
        return parsedDouble(literal);
    }

    private static double parsedDouble(Bytes literal) {
        return Double.parseDouble(literal.toUtf8String());
    }
}
