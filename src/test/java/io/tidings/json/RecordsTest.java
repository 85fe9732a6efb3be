package io.tidings.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.api.Argument;
import io.tidings.api.ArgumentException;
import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbDateFormat;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.json.bind.annotation.JsonbTransient;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records as arguments. */
class RecordsTest {

    private record Line(String article, int count, @Nullable BigDecimal price) {}

    private record Order(
            long id,
            Optional<String> note,
            List<Line> lines,
            Map<String, Line> gifts,
            LocalDate due,
            OptionalInt discount) {}

    private record Empty() {}

    private record Tree(String name, List<Tree> children) {}

    private record Page<T>(
            int number, List<T> items, @Nullable Page<T> next) {}

    private record Envelope(Argument body, JsonObject headers, Object any) {}

    private record Renamed(
            @JsonbProperty("full-name") String name,
            @JsonbProperty boolean active) {}

    private record Range(int from, int to) {
        Range {
            if (from > to) {
                throw new ArgumentException("ends before it begins");
            }
            if (from < 0) {
                throw new IllegalStateException("secret");
            }
        }
    }

    private final Client client = new Client(new JsonArguments());

    @Test
    void goBothWaysWithAllThatIsInThem() {
        Line line = new Line("pen", 2, new BigDecimal("1.50"));
        Order order = new Order(
                7,
                Optional.of("soon"),
                List.of(line),
                Map.of("a", line),
                LocalDate.of(2026, 11, 28),
                OptionalInt.of(3));
        String text = "{\"article\":\"pen\",\"count\":2,\"price\":1.50}";
        String json = "{\"id\":7,\"note\":\"soon\",\"lines\":[" + text + "],\"gifts\":{\"a\":" + text
                + "},\"due\":\"2026-11-28\",\"discount\":3}";

        assertThat(client.gets(order)).isEqualTo(json);
        assertThat(client.reads(Order.class, json)).isEqualTo(order);
        assertThat(client.reads(Client.generic(List.class, Order.class), "[" + json + ",null]"))
                .isEqualTo(Arrays.asList(order, null));
    }

    @Test
    void whatIsNotThereIsLeftOutAndMayBeLeftOut() {
        Order order = client.reads(Order.class, "{\"id\":1,\"unknown\":{\"id\":[2]}}");

        assertThat(order.note()).isEmpty();
        assertThat(order.discount()).isEmpty();
        assertThat(order.lines()).isNull();
        assertThat(client.gets(order)).isEqualTo("{\"id\":1}");
        assertThat(client.gets(new Line("a", 1, null))).isEqualTo("{\"article\":\"a\",\"count\":1}");
    }

    @Test
    void primitiveComponentsMustBeThere() {
        refuses(Line.class, "{\"article\":\"a\"}", "count is missing");
        refuses(Line.class, "{\"count\":null}", "count must not be null");
        refuses(Order.class, "{\"id\":1,\"lines\":[{\"article\":\"a\"}]}", "lines.count is missing");
    }

    @Test
    void theMessageNamesTheComponentThatDoesNotFit() {
        refuses(Line.class, "[]", "must be an object");
        refuses(Line.class, "{\"article\":5,\"count\":1}", "article must be a string");
        refuses(
                Order.class,
                "{\"id\":1,\"gifts\":{\"x\":{\"count\":1.5}}}",
                "gifts.count must be a whole number from -2147483648 to 2147483647");
        refuses(Order.class, "{\"id\":1,\"due\":\"today\"}", "due is not a valid LocalDate");
    }

    @Test
    void aConstructorMayRefuse() {
        assertThat(client.reads(Range.class, "{\"to\":2,\"from\":1}")).isEqualTo(new Range(1, 2));
        refuses(Range.class, "{\"from\":2,\"to\":1}", "ends before it begins");
        refuses(Range.class, "{\"from\":-2,\"to\":1}", "is not a valid Range");
    }

    @Test
    void mayHoldTheirLike() {
        Tree tree = new Tree("a", List.of(new Tree("b", List.of()), new Tree("c", List.of())));

        assertThat(client.reads(Tree.class, client.gets(tree))).isEqualTo(tree);
        refuses(
                Tree.class,
                "{\"children\":[{\"children\":[{\"name\":1}]}]}",
                "children.children.name must be a string");
    }

    @Test
    void mayBeGeneric() {
        Page<Line> page = new Page<>(1, List.of(new Line("a", 1, null)), new Page<>(2, List.of(), null));
        Type type = Client.generic(Page.class, Line.class);

        assertThat(client.reads(type, client.gets(page))).isEqualTo(page);
        refuses(type, "{\"number\":1,\"next\":{\"number\":2,\"items\":[{}]}}", "next.items.count is missing");
        Page<?> raw = client.reads(Page.class, "{\"number\":1,\"items\":[5]}");
        assertThat(raw.items()).asString().isEqualTo("[5]");
    }

    @Test
    void mayHaveAnythingInThem() {
        String json = "{\"body\":{\"n\":1e999999999},\"headers\":{\"a\":1},\"any\":[1]}";

        Envelope envelope = client.reads(Envelope.class, json);

        assertThat(envelope.body().json()).isEqualTo("{\"n\":1e999999999}");
        assertThat(envelope.any()).isEqualTo(List.of(BigDecimal.ONE));
        assertThat(client.gets(envelope)).isEqualTo(json);
        assertThat(client.gets(new Empty())).isEqualTo("{}");
        assertThat(client.reads(Empty.class, "{\"a\":1}")).isEqualTo(new Empty());
    }

    @Test
    void mayGiveTheirComponentsOtherNames() {
        Renamed renamed = new Renamed("Ada", true);

        assertThat(client.gets(renamed)).isEqualTo("{\"full-name\":\"Ada\",\"active\":true}");
        assertThat(client.reads(Renamed.class, client.gets(renamed))).isEqualTo(renamed);
        refuses(Renamed.class, "{\"full-name\":1}", "full-name must be a string");
    }

    @JsonbPropertyOrder({"b", "a"})
    public record Ordered(int a, String b) {}

    public record Formatted(@JsonbDateFormat("dd.MM.yyyy") LocalDate day) {}

    public record Discreet(String name) {
        @JsonbTransient
        public String password() {
            return "secret";
        }
    }

    @Test
    void areForJsonbWhereItsAnnotationsSayMoreThanANewName() {
        Formatted formatted = new Formatted(LocalDate.of(2026, 11, 28));

        assertThat(client.gets(new Ordered(1, "x"))).isEqualTo("{\"b\":\"x\",\"a\":1}");
        assertThat(client.reads(Ordered.class, "{\"b\":\"x\",\"a\":1}")).isEqualTo(new Ordered(1, "x"));
        assertThat(client.gets(formatted)).isEqualTo("{\"day\":\"28.11.2026\"}");
        assertThat(client.reads(Formatted.class, client.gets(formatted))).isEqualTo(formatted);
        assertThat(client.gets(List.of(new Discreet("Ada")))).isEqualTo("[{\"name\":\"Ada\"}]");
        refuses(Ordered.class, "{\"a\":4294967297}", "is not a valid Ordered");
    }

    private void refuses(Type type, String json, String message) {
        assertThatThrownBy(() -> client.reads(type, json))
                .isInstanceOf(ArgumentException.class)
                .hasMessage(message);
    }
}
