package io.tidings.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.api.ArgumentException;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only JSON-B can read and write. */
class BeansTest {

    public static class Account {

        public int number;
        public long balance;
        public double rate;
        public @Nullable BigInteger serial;
        public @Nullable Account parent;
        public List<Integer> limits = List.of();

        @JsonbProperty("owner-name")
        public @Nullable String owner;

        @JsonbTypeAdapter(Shout.class)
        public @Nullable String motto;
    }

    public static class Shout implements JsonbAdapter<String, String> {

        @Override
        public String adaptToJson(String text) {
            return text + "!";
        }

        @Override
        public String adaptFromJson(String text) {
            return text.substring(0, text.length() - 1);
        }
    }

    public static final class Percentage {

        private final int value;

        private Percentage(int value) {
            this.value = value;
        }

        @JsonbCreator
        public static Percentage of(@JsonbProperty("value") int value) {
            if (value > 100) {
                throw new ArgumentException("must be at most 100");
            }
            return new Percentage(value);
        }

        public int getValue() {
            return value;
        }
    }

    @JsonbTypeInfo(
            key = "kind",
            value = {
                @JsonbSubtype(alias = "circle", type = Circle.class),
                @JsonbSubtype(alias = "box", type = Box.class)
            })
    public sealed interface Shape {}

    public record Circle(int radius) implements Shape {}

    public record Box(int width, int height) implements Shape {}

    private final Client client = new Client(new JsonArguments());

    static Stream<Object> values() {
        return Stream.of(
                LocalDate.of(2026, 11, 28),
                LocalTime.of(10, 30, 59),
                LocalDateTime.of(2026, 11, 28, 10, 30, 1),
                Instant.parse("2026-11-28T10:30:00.123Z"),
                OffsetDateTime.parse("2026-11-28T10:30:59+01:00"),
                ZonedDateTime.parse("2026-11-28T10:30:59+01:00[Europe/Berlin]"),
                Duration.ofSeconds(90),
                Period.ofDays(3),
                ZoneId.of("Europe/Berlin"),
                UUID.fromString("7f3b0f1e-6a4c-4f67-9d4e-0d6a3c1c7f10"),
                URI.create("https://example.org/a?b=c"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void valuesOfTheJdkGoBothWays(Object value) {
        Class<?> type = value instanceof ZoneId ? ZoneId.class : value.getClass();

        assertThat(client.gets(value)).isEqualTo("\"" + value + "\"");
        assertThat(client.reads((Type) type, client.gets(value))).isEqualTo(value);
        assertThat(client.reads(Client.generic(Map.class, String.class, type), "{\"a\":" + client.gets(value) + "}"))
                .isEqualTo(Map.of("a", value));
        assertThat(client.reads((Type) type, "null")).isNull();
    }

    @Test
    void annotationsOfJsonbAreHeeded() {
        Account account = new Account();
        account.number = 5;
        account.owner = "Ada";
        account.motto = "on";

        String json = client.gets(List.of(account));

        assertThat(json)
                .isEqualTo(
                        "[{\"balance\":0,\"limits\":[],\"motto\":\"on!\",\"number\":5,\"owner-name\":\"Ada\",\"rate\":0.0}]");
        Account read = client.reads(Account[].class, json)[0];
        assertThat(read.owner).isEqualTo("Ada");
        assertThat(read.motto).isEqualTo("on");
    }

    @Test
    void creatorsMayRefuse() {
        assertThat(client.reads(Percentage.class, "{\"value\":7}").getValue()).isEqualTo(7);
        refuses(Percentage.class, "{\"value\":101}", "must be at most 100");
    }

    @Test
    void subtypesAreToldApartByTheirAliasesOnly() {
        assertThat(client.gets(new Box(1, 2))).isEqualTo("{\"kind\":\"box\",\"height\":2,\"width\":1}");
        assertThat(client.reads(Shape.class, "{\"kind\":\"circle\",\"radius\":3}"))
                .isEqualTo(new Circle(3));
        refuses(Shape.class, "{\"kind\":\"java.lang.Runtime\"}", "is not a valid Shape");
        refuses(Shape.class, "{\"kind\":\"circle\",\"radius\":4294967297}", "is not a valid Shape");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"number\":4294967297}",
                "{\"number\":1.5}",
                "{\"number\":\"a\"}",
                "{\"number\":null}",
                "{\"number\":[]}",
                "{\"number\":{}}",
                "{\"balance\":9223372036854775808}",
                "{\"balance\":1e300}",
                "{\"limits\":[4294967297]}",
                "{\"limits\":{}}",
                "{\"limits\":1}",
                "{\"serial\":\"x\"}",
                "{\"parent\":[]}",
                "{\"parent\":7}",
                "{\"parent\":true}",
                "{\"owner-name\":{}}",
                "{\"motto\":\"\"}",
                "[]",
                "[{}]",
                "7",
                "true",
                "\"secret\""
            })
    void whatDoesNotFitIsRefusedInOurWords(String json) {
        refuses(Account.class, json, "is not a valid Account");
    }

    @Test
    void whatCannotBeWrittenIsTheFaultOfTheApplication() {
        Account circle = new Account();
        circle.parent = circle;
        Account infinite = new Account();
        infinite.rate = Double.POSITIVE_INFINITY;

        for (Account account : List.of(circle, infinite)) {
            assertThatThrownBy(() -> client.gets(List.of(account)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("io.tidings.json.BeansTest$Account cannot be written as JSON")
                    .hasCauseInstanceOf(RuntimeException.class);
        }
    }

    private void refuses(Type type, String json, String message) {
        assertThatThrownBy(() -> client.reads(type, json))
                .isInstanceOf(ArgumentException.class)
                .hasMessage(message);
    }
}
