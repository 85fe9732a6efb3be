package io.tidings.json;

import static java.util.Map.entry;

import io.tidings.json.ScalarReader.Conversion;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.JsonScanner.Token;
import io.tidings.protocol.socketio.JsonString;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Readers of strings, truth values and numbers. A string is never taken for a number nor a number for a string. Numbers are
 * taken by their value, because JavaScript has only one kind of them: 1.0 and 1e2 are whole.
 */
final class Scalars {

    private static final Map<Class<?>, Conversion> CONVERSIONS = Map.ofEntries(
            entry(String.class, string("must be a string", text -> text)),
            entry(Character.class, string("must be a string of one character", Scalars::character)),
            entry(Boolean.class, Scalars::truth),
            entry(Byte.class, whole(Byte.MIN_VALUE, Byte.MAX_VALUE, value -> (byte) value)),
            entry(Short.class, whole(Short.MIN_VALUE, Short.MAX_VALUE, value -> (short) value)),
            entry(Integer.class, whole(Integer.MIN_VALUE, Integer.MAX_VALUE, value -> (int) value)),
            entry(Long.class, whole(Long.MIN_VALUE, Long.MAX_VALUE, value -> value)),
            entry(Float.class, number("must be a number that a float holds", Scalars::finiteFloat)),
            entry(Double.class, number("must be a number that a double holds", Numbers::floating)),
            entry(BigDecimal.class, number("must be a number within bounds", Numbers::decimal)),
            entry(BigInteger.class, number("must be a whole number within bounds", Scalars::bigWhole)),
            entry(Number.class, number("must be a number within bounds", Numbers::decimal)));

    private Scalars() {}

    /** The reader for values of a class; null if such values are no scalars. */
    static @Nullable ScalarReader of(Class<?> type) {
        Class<?> boxed = MethodType.methodType(type).wrap().returnType();
        Conversion conversion = CONVERSIONS.get(boxed);
        return conversion == null ? null : new ScalarReader(conversion, type.isPrimitive());
    }

    /** Reads strings; a conversion gives null for those that will not do. */
    static Conversion string(String expectation, Function<String, @Nullable Object> conversion) {
        return (token, literal) -> {
            if (token == Token.NULL) {
                return null;
            }
            Object value = token == Token.STRING ? conversion.apply(JsonString.unquote(literal)) : null;
            if (value == null) {
                throw new Mismatch(expectation);
            }
            return value;
        };
    }

    private static @Nullable Object character(String text) {
        return text.length() == 1 ? text.charAt(0) : null;
    }

    private static @Nullable Object truth(Token token, Bytes literal) {
        return switch (token) {
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> null;
            default -> throw new Mismatch("must be true or false");
        };
    }

    private static Conversion whole(long min, long max, LongFunction<Object> boxed) {
        return number("must be a whole number from " + min + " to " + max, literal -> {
            long value = Numbers.whole(literal);
            if (value < min || value > max) {
                throw new ArithmeticException("out of bounds");
            }
            return boxed.apply(value);
        });
    }

    private static Object bigWhole(Bytes literal) {
        return Numbers.decimal(literal).toBigIntegerExact();
    }

    private static Object finiteFloat(Bytes literal) {
        float value = (float) Numbers.floating(literal);
        if (Float.isInfinite(value)) {
            throw new ArithmeticException("out of bounds");
        }
        return value;
    }

    private static Conversion number(String expectation, Function<Bytes, Object> parsed) {
        return (token, literal) -> {
            if (token == Token.NULL) {
                return null;
            }
            if (token != Token.NUMBER) {
                throw new Mismatch(expectation);
            }
            try {
                return parsed.apply(literal);
            } catch (ArithmeticException unfit) {
                throw new Mismatch(expectation, unfit);
            }
        };
    }
}
