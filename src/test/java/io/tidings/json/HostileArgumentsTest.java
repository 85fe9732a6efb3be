package io.tidings.json;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.COLLECTION;

import io.tidings.Allocation;
import io.tidings.api.Argument;
import io.tidings.api.ArgumentException;
import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments that are meant to break whoever reads them. */
@Timeout(30)
class HostileArgumentsTest {

    /** As deep as a packet may be, less its own array. */
    private static final int DEEPEST = 499;

    private static final int SMALL_STACK = 256 * 1024;

    private record Node(@Nullable Node next, @Nullable List<Node> children, Optional<Object> any) {}

    private record Name(String name) {}

    public static class Chain {
        public @Nullable Chain next;
        public @Nullable Object any;
        public @Nullable BigInteger big;
        public @Nullable BigDecimal decimal;
        public double floating;
    }

    private final Client client = new Client(new JsonArguments());

    @Test
    @DisplayName("P-40 what is nested as deeply as a packet may be needs little stack")
    void deepNestingNeedsLittleStack() {
        String lists = "[".repeat(DEEPEST) + "]".repeat(DEEPEST);
        String objects = "{\"next\":".repeat(DEEPEST) + "null" + "}".repeat(DEEPEST);
        String mixed = "{\"children\":[".repeat(DEEPEST / 2) + "]}".repeat(DEEPEST / 2);

        for (Class<?> type : List.of(Object.class, List.class, Argument.class)) {
            assertThat(onASmallStack(() -> client.reads((Type) type, lists))).isNotNull();
        }
        for (Class<?> type : List.of(Object.class, Map.class, Node.class)) {
            assertThat(onASmallStack(() -> client.reads((Type) type, objects))).isNotNull();
        }
        assertThat(onASmallStack(() -> client.reads((Type) Node.class, mixed))).isNotNull();
    }

    @Test
    @DisplayName("P-40 a binder is not asked to go deeper than its stack may be")
    void bindersGoOnlySoDeep() {
        for (String member : List.of("next", "any", "unknown")) {
            String open = "{\"" + member + "\":";
            String deep = open.repeat(100) + "null" + "}".repeat(100);
            String deeper = open.repeat(101) + "null" + "}".repeat(101);

            assertThat(onASmallStack(() -> client.reads((Type) Chain.class, deep)))
                    .isInstanceOf(Chain.class);
            refuses(Chain.class, deeper, "is nested too deeply");
            assertThat(onASmallStack(() -> client.reads((Type) JsonValue.class, deep)))
                    .isInstanceOf(JsonValue.class);
            refuses(JsonValue.class, deeper, "is nested too deeply");
        }
    }

    @Test
    void whereTheStackEndsAllTheSameItIsTheArgumentThatIsRefused() {
        String deep = "{\"next\":".repeat(DEEPEST) + "null" + "}".repeat(DEEPEST);
        client.reads((Type) Node.class, deep);

        for (int stack = SMALL_STACK; stack >= SMALL_STACK / 4; stack -= SMALL_STACK / 32) {
            assertThat(onAStackOf(stack, () -> client.reads((Type) Node.class, deep)))
                    .satisfiesAnyOf(
                            read -> assertThat(read).isInstanceOf(Node.class),
                            read -> assertThat(read)
                                    .hasToString("io.tidings.api.ArgumentException: is nested too deeply"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "-1E+99999999999999999999", "1e400", "1e1001", "MANY"})
    @DisplayName("P-41 numbers that would take for ever are refused at once")
    void hugeNumbersAreRefused(String given) {
        String number = given.equals("MANY") ? "9".repeat(1_000_000) : given;
        for (Class<?> type : List.of(
                int.class, Long.class, Double.class, BigDecimal.class, BigInteger.class, Number.class, Object.class)) {
            refuses(type, number, null);
        }
        for (String member : List.of("next", "any", "big", "decimal", "floating", "unknown")) {
            refuses(Chain.class, "{\"" + member + "\":" + number + "}", "has a number that is out of all bounds");
        }
        refuses(JsonValue.class, "[" + number + "]", "has a number that is out of all bounds");
        refuses(Map.class, "{\"a\":[" + number + "]}", "has a number that is out of all bounds");
        assertThat(client.reads(Argument.class, number).json()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "\u0669", "\\u0039"})
    @DisplayName("P-41 and so are they in strings, which JSON-B would take for numbers")
    void hugeNumbersInStringsAreRefused(String digit) {
        Type keys = Client.generic(Map.class, BigInteger.class, String.class);
        for (String begin : List.of("", "-", "0.", "1e", "+1.")) {
            String text = "\"" + begin + digit.repeat(150_000) + "x\"";
            for (String member : List.of("big", "decimal", "any")) {
                refuses(Chain.class, "{\"" + member + "\":" + text + "}", "has a number that is out of all bounds");
            }
            refuses(keys, "{" + text + ":\"\"}", "has a number that is out of all bounds");
            assertThat(client.reads(String.class, text)).hasSizeGreaterThan(150_000);
        }
    }

    @Test
    void stringsMayBeLongAndNumbersInThemOrdinary() {
        String text = "9".repeat(999) + "x" + "9".repeat(9_999);

        assertThat(client.reads(Chain.class, "{\"any\":\"" + text + "\"}").any).isEqualTo(text);
        assertThat(client.reads(Chain.class, "{\"big\":\"" + "9".repeat(300) + "\"}").big)
                .isEqualTo(new BigInteger("9".repeat(300)));
    }

    @Test
    void numbersThatPeopleWriteAreWithinBounds() {
        for (String number : List.of("1e300", "-1e-1000", "1." + "3".repeat(900), "1" + "0".repeat(308), "0e0000")) {
            assertThat(client.reads(BigDecimal.class, number)).isEqualTo(new BigDecimal(number));
            assertThat(client.reads(Chain.class, "{\"decimal\":" + number + "}").decimal)
                    .isEqualTo(new BigDecimal(number));
        }
    }

    @Test
    @DisplayName("P-42 keys of the same hash are no way to make reading slow")
    void collidingKeysAreNoSlower() {
        String colliding = keys("Aa", "BB");
        String others = keys("Aa", "Cc");
        for (int round = 0; round < 3; round++) {
            client.reads(Map.class, colliding);
            client.reads(Map.class, others);
        }

        long slow = fastest(() -> client.reads(Map.class, colliding));
        long usual = fastest(() -> client.reads(Map.class, others));

        assertThat(Duration.ofNanos(slow))
                .isLessThan(Duration.ofNanos(10 * usual).plusMillis(100));
    }

    @Test
    @DisplayName("P-42 elements of the same hash are no way to make a set slow")
    void collidingElementsAreRefused() {
        Type names = Client.generic(Set.class, Name.class);
        String colliding = names("Aa", "BB").collect(joining("\"},{\"name\":\"", "[{\"name\":\"", "\"}]"));
        String others = names("Aa", "Cc").collect(joining("\"},{\"name\":\"", "[{\"name\":\"", "\"}]"));

        refuses(names, colliding, "has too many elements of the same hash");
        assertThat(client.reads(names, others)).asInstanceOf(COLLECTION).hasSize(16_384);
        assertThat(client.reads(
                        Client.generic(Set.class, String.class),
                        names("Aa", "BB").collect(joining("\",\"", "[\"", "\"]"))))
                .asInstanceOf(COLLECTION)
                .hasSize(16_384);
        assertThat(client.reads(names, "[" + "{\"name\":\"a\"},".repeat(1_000) + "null]"))
                .asInstanceOf(COLLECTION)
                .containsExactly(new Name("a"), null);
    }

    private static String keys(String zero, String one) {
        return names(zero, one).collect(joining("\":0,\"", "{\"", "\":0}"));
    }

    private static Stream<String> names(String zero, String one) {
        return IntStream.range(0, 16_384)
                .mapToObj(number -> IntStream.range(0, 14)
                        .mapToObj(bit -> (number >> bit & 1) == 0 ? zero : one)
                        .collect(joining()));
    }

    private static long fastest(Runnable action) {
        long fastest = Long.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            action.run();
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        return fastest;
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "0", "10", "\"\"", "{\"\":0}", "{\"a\":{}}", "null"})
    @DisplayName("P-43 many small things take no more than 40 times the room of their text while they are read")
    void smallThingsTakeLittleRoom(String small) {
        String list = "[" + small + ("," + small).repeat(100_000) + "]";
        client.reads(Object.class, list);
        List<Object> read = new ArrayList<>();

        var argument = client.sends(list).get(0);
        long allocated = Allocation.of(() -> read.add(argument.as(Object.class)));

        assertThat(read.get(0)).isInstanceOf(List.class);
        assertThat(allocated).isLessThan(40L * list.length());
    }

    @Test
    void messagesNeverRepeatWhatTheClientSent() {
        List<Type> types = new ArrayList<>(List.of(
                int.class,
                Boolean.class,
                byte[].class,
                List.class,
                Node.class,
                Chain.class,
                Duration.class,
                Thread.State.class));
        types.add(Client.generic(Map.class, Thread.State.class, Integer.class));
        for (Type type : types) {
            for (String json : List.of("\"s3cret\"", "{\"any\":\"x\",\"s3cret\":\"s3cret\",\"next\":\"s3cret\"}")) {
                try {
                    client.reads(type, json);
                } catch (ArgumentException refusal) {
                    assertThat(refusal).message().hasSizeLessThan(100).doesNotContain("s3cret");
                }
            }
        }
    }

    private void refuses(Type type, String json, @Nullable String message) {
        assertThatThrownBy(() -> client.reads(type, json))
                .isInstanceOf(ArgumentException.class)
                .message()
                .satisfies(text ->
                        assertThat(message == null || message.equals(text)).isTrue());
    }

    private interface Reading {
        @Nullable
        Object read();
    }

    private static @Nullable Object onASmallStack(Reading reading) {
        return onAStackOf(SMALL_STACK, reading);
    }

    private static @Nullable Object onAStackOf(int bytes, Reading reading) {
        AtomicReference<@Nullable Object> result = new AtomicReference<>();
        Thread thread = new Thread(null, () -> result.set(outcome(reading)), "small", bytes);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return result.get();
    }

    private static @Nullable Object outcome(Reading reading) {
        try {
            return reading.read();
        } catch (RuntimeException | Error failure) {
            return failure;
        }
    }
}
