package io.tidings.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.api.ArgumentException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Strings, truth values and numbers as arguments. */
class ScalarsTest {

    private final Client client = new Client(new JsonArguments());

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(String.class, "", "\"\""),
                Arguments.of(String.class, "é\"\n日😀", "\"é\\\"\\n日😀\""),
                Arguments.of(Character.class, 'x', "\"x\""),
                Arguments.of(Boolean.class, true, "true"),
                Arguments.of(Boolean.class, false, "false"),
                Arguments.of(Byte.class, Byte.MIN_VALUE, "-128"),
                Arguments.of(Short.class, Short.MAX_VALUE, "32767"),
                Arguments.of(Integer.class, Integer.MIN_VALUE, "-2147483648"),
                Arguments.of(Long.class, Long.MAX_VALUE, "9223372036854775807"),
                Arguments.of(Long.class, Long.MIN_VALUE, "-9223372036854775808"),
                Arguments.of(Long.class, 0L, "0"),
                Arguments.of(Float.class, 1.5f, "1.5"),
                Arguments.of(Double.class, 0.1, "0.1"),
                Arguments.of(Double.class, 1e300, "1.0E300"),
                Arguments.of(Double.class, -0.0, "-0.0"),
                Arguments.of(BigDecimal.class, new BigDecimal("12.50"), "12.50"),
                Arguments.of(BigDecimal.class, BigDecimal.valueOf(7), "7"),
                Arguments.of(BigInteger.class, BigInteger.TEN.pow(30), "1" + "0".repeat(30)),
                Arguments.of(Number.class, BigDecimal.ONE, "1"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void goBothWays(Class<?> type, Object value, String json) {
        assertThat(client.gets(value)).isEqualTo(json);
        assertThat(client.reads((Type) type, json)).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("values")
    void areNullWhereTheClientSendsNull(Class<?> type, Object ignored, String json) {
        assertThat(client.reads((Type) type, "null")).isNull();
    }

    @Test
    void nullIsWrittenAsNull() {
        assertThat(client.gets(null)).isEqualTo("null");
    }

    @Test
    void primitivesAreReadAsTheirBoxesButNeverNull() {
        assertThat(client.reads((Type) int.class, "5")).isEqualTo(5);
        assertThat(client.reads((Type) boolean.class, "true")).isEqualTo(true);
        for (Class<?> type : new Class<?>[] {
            boolean.class, char.class, byte.class, short.class, int.class, long.class, float.class, double.class
        }) {
            refuses(type, "null", "must not be null");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1e0", "10E-1", "0.1e1", "1.000"})
    @DisplayName("numbers are taken by their value, because JavaScript has one kind of them")
    void wholeNumbersMayBeWrittenAsFractions(String json) {
        for (Class<?> type : new Class<?>[] {byte.class, Short.class, int.class, Long.class}) {
            assertThat(client.reads((Type) type, json))
                    .isInstanceOfSatisfying(
                            Number.class, one -> assertThat(one.longValue()).isEqualTo(1));
        }
        assertThat(client.reads(BigInteger.class, json)).isEqualTo(BigInteger.ONE);
    }

    @ParameterizedTest
    @CsvSource({
        "128, -128 to 127, java.lang.Byte",
        "-129, -128 to 127, java.lang.Byte",
        "32768, -32768 to 32767, java.lang.Short",
        "2147483648, -2147483648 to 2147483647, java.lang.Integer",
        "4294967297, -2147483648 to 2147483647, java.lang.Integer",
        "9223372036854775808, -9223372036854775808 to 9223372036854775807, java.lang.Long",
        "1.5, -2147483648 to 2147483647, java.lang.Integer",
        "1e-1, -2147483648 to 2147483647, java.lang.Integer",
    })
    void numbersOutOfRangeAreRefused(String json, String range, Class<?> type) {
        refuses(type, json, "must be a whole number from " + range);
    }

    @Test
    void whatABinaryFractionDoesNotHoldIsRefused() {
        refuses(Float.class, "1e39", "must be a number that a float holds");
        refuses(Double.class, "1e309", "must be a number that a double holds");
        assertThat(client.reads(Double.class, "1e-400")).isEqualTo(0.0);
    }

    static Stream<Arguments> strangers() {
        return Stream.of(
                Arguments.of(String.class, "must be a string", new String[] {"1", "true", "{}", "[]"}),
                Arguments.of(Boolean.class, "must be true or false", new String[] {"1", "\"true\"", "{}", "[]"}),
                Arguments.of(Character.class, "must be a string of one character", new String[] {
                    "\"\"", "\"ab\"", "\"😀\"", "1"
                }),
                Arguments.of(
                        Double.class, "must be a number that a double holds", new String[] {"\"1\"", "true", "{}", "[1]"
                        }),
                Arguments.of(BigDecimal.class, "must be a number within bounds", new String[] {"\"1\"", "{}"}),
                Arguments.of(BigInteger.class, "must be a whole number within bounds", new String[] {"\"1\"", "0.5"}));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void nothingIsTakenForWhatItIsNot(Class<?> type, String message, String[] jsons) {
        for (String json : jsons) {
            refuses(type, json, message);
        }
    }

    @Test
    void spaceAroundAnArgumentMeansNothing() {
        assertThat(client.reads(String.class, " \t\"a b\"\n")).isEqualTo("a b");
        assertThat(client.reads(Integer.class, "\r\n 5 ")).isEqualTo(5);
    }

    @Test
    void numbersThatAreNoneAreNotWritten() {
        for (Object number : new Object[] {Double.NaN, Double.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> client.gets(number))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("JSON has no numbers that are infinite or none");
        }
    }

    @Test
    void whatIsMadeOfCharactersIsAString() {
        assertThat(client.gets(CharBuffer.wrap("a\"b"))).isEqualTo("\"a\\\"b\"");
    }

    @Test
    void otherNumbersAreWrittenByJsonb() {
        assertThat(client.gets(new AtomicLong(5))).isEqualTo("5");
    }

    private void refuses(Class<?> type, String json, @Nullable String message) {
        assertThatThrownBy(() -> client.reads((Type) type, json))
                .isInstanceOf(ArgumentException.class)
                .hasMessage(message);
    }
}
