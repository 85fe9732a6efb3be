package io.tidings.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.api.ArgumentException;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Lists, maps, arrays, optional values and values of JSON-P as arguments. */
class ContainersTest {

    private enum Side {
        LEFT,
        RIGHT
    }

    private final Client client = new Client(new JsonArguments());

    @Test
    void listsGoBothWays() {
        assertThat(client.gets(List.of())).isEqualTo("[]");
        assertThat(client.gets(Arrays.asList(1, null, List.of("a")))).isEqualTo("[1,null,[\"a\"]]");
        assertThat(client.reads(Client.generic(List.class, Integer.class), "[1, null, 3]"))
                .isEqualTo(Arrays.asList(1, null, 3));
        assertThat(client.reads(Client.generic(Collection.class, String.class), "[]"))
                .isEqualTo(List.of());
        assertThat(client.reads(Client.generic(Set.class, Long.class), "[2,1,2]"))
                .isEqualTo(Set.of(1L, 2L));
        assertThat(client.reads(Client.generic(Iterable.class, Integer.class), "[1]"))
                .isEqualTo(List.of(1));
        assertThat(client.reads((Type) List.class, "[1,\"a\"]")).isEqualTo(List.of(BigDecimal.ONE, "a"));
        assertThat(client.reads(Client.generic(Deque.class, Integer.class), "[1,2]"))
                .isInstanceOf(ArrayDeque.class)
                .asString()
                .isEqualTo("[1, 2]");
        assertThat(client.reads(Client.generic(ArrayList.class, Side.class), "[\"LEFT\"]"))
                .isEqualTo(List.of(Side.LEFT));
    }

    @Test
    void mapsGoBothWays() {
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put("a\"", 1);
        map.put(Side.LEFT, null);
        map.put(7, Map.of());
        map.put(null, true);

        assertThat(client.gets(map)).isEqualTo("{\"a\\\"\":1,\"LEFT\":null,\"7\":{},\"null\":true}");
        assertThat(client.reads(Client.generic(Map.class, String.class, Integer.class), "{\"b\":1,\"a\":null,\"b\":2}"))
                .asString()
                .isEqualTo("{b=2, a=null}");
        assertThat(client.reads((Type) Map.class, "{\"a\":{\"b\":[]}}")).isEqualTo(Map.of("a", Map.of("b", List.of())));
        assertThat(client.reads(Client.generic(Map.class, Side.class, Integer.class), "{\"RIGHT\":1}"))
                .isEqualTo(Map.of(Side.RIGHT, 1));
        assertThat(client.reads(Client.generic(Map.class, Integer.class, String.class), "{\"1\":\"a\"}"))
                .isEqualTo(Map.of(1, "a"));
        assertThat(client.reads(Client.generic(TreeMap.class, String.class, Integer.class), "{\"b\":1,\"a\":2}"))
                .asString()
                .isEqualTo("{a=2, b=1}");
    }

    @Test
    void arraysGoBothWays() {
        assertThat(client.gets(new int[] {1, 2})).isEqualTo("[1,2]");
        assertThat(client.gets(new String[][] {{"a"}, {}, null})).isEqualTo("[[\"a\"],[],null]");
        assertThat(client.gets(new char[] {'a'})).isEqualTo("[\"a\"]");
        assertThat(client.reads(int[].class, "[1,2]")).containsExactly(1, 2);
        assertThat(client.reads(double[][].class, "[[1],[2.5]]")).isDeepEqualTo(new double[][] {{1}, {2.5}});
        assertThat(client.reads(Integer[].class, "[null,1]")).containsExactly(null, 1);
        assertThat(client.reads((Type) boolean[].class, "null")).isNull();
        GenericArrayType lists = () -> Client.generic(List.class, Integer.class);
        assertThat((Object[]) client.reads(lists, "[[1],[]]")).containsExactly(List.of(1), List.of());
        refuses(int[].class, "[1,null]", "must not be null");
        refuses(int[].class, "[4294967297]", "must be a whole number from -2147483648 to 2147483647");
    }

    @Test
    void optionalValuesGoBothWays() {
        Type text = Client.generic(Optional.class, String.class);

        assertThat(client.gets(Optional.empty())).isEqualTo("null");
        assertThat(client.gets(Optional.of(List.of(1)))).isEqualTo("[1]");
        assertThat(client.gets(OptionalInt.of(3))).isEqualTo("3");
        assertThat(client.reads(text, "null")).isEqualTo(Optional.empty());
        assertThat(client.reads(text, "\"a\"")).isEqualTo(Optional.of("a"));
        assertThat(client.reads(OptionalInt.class, "3")).isEqualTo(OptionalInt.of(3));
        assertThat(client.reads(OptionalLong.class, "null")).isEqualTo(OptionalLong.empty());
        assertThat(client.reads(OptionalDouble.class, "1e2")).isEqualTo(OptionalDouble.of(100));
        refuses(text, "1", "must be a string");
    }

    @Test
    void anythingIsReadAsWhatItIs() {
        String json = "{\"a\":[1.50,\"x\",true,false,null,{}],\"__proto__\":{\"b\":1}}";

        assertThat(client.reads(Object.class, json))
                .isEqualTo(Map.of(
                        "a",
                        Arrays.asList(new BigDecimal("1.50"), "x", true, false, null, Map.of()),
                        "__proto__",
                        Map.of("b", BigDecimal.ONE)));
        assertThat(client.reads((Type) Object.class, "null")).isNull();
        assertThat(client.gets(client.reads(Map.class, json))).isEqualTo(json);
    }

    @Test
    void valuesOfJsonProcessingGoBothWays() {
        JsonObject object = Json.createObjectBuilder()
                .add("n", new BigDecimal("1.50"))
                .add("t", "é\ud800")
                .addNull("x")
                .build();
        String json = "{\"n\":1.50,\"t\":\"é\\ud800\",\"x\":null}";

        assertThat(client.gets(object)).isEqualTo(json);
        assertThat(client.gets(List.of(JsonValue.TRUE, object.getJsonString("t"))))
                .isEqualTo("[true,\"é\\ud800\"]");
        assertThat(client.reads(JsonObject.class, json)).isEqualTo(object);
        assertThat(client.reads(JsonValue.class, json)).isEqualTo(object);
        assertThat(client.reads(JsonStructure.class, "[1]"))
                .isEqualTo(Json.createArrayBuilder().add(1).build());
        assertThat(client.reads(JsonArray.class, "[]")).isEmpty();
        assertThat(client.reads(JsonString.class, "\"a\"").getString()).isEqualTo("a");
        assertThat(client.reads(JsonNumber.class, "1.50").bigDecimalValue()).isEqualTo("1.50");
        assertThat(client.reads(JsonValue.class, "null")).isEqualTo(JsonValue.NULL);
        assertThat(client.reads((Type) JsonObject.class, "null")).isNull();
        refuses(JsonObject.class, "[]", "must be an object");
        refuses(JsonArray.class, "\"a\"", "must be a list");
        refuses(JsonNumber.class, "\"1\"", "must be a number");
    }

    @Test
    void containersAreNotTakenForOneAnother() {
        refuses(Client.generic(List.class, Integer.class), "{}", "must be a list");
        refuses(Client.generic(Map.class, String.class, Integer.class), "[]", "must be an object");
        refuses(String[].class, "\"a\"", "must be a list");
        refuses(
                Client.generic(List.class, Integer.class),
                "[\"1\"]",
                "must be a whole number from -2147483648 to 2147483647");
        refuses(Client.generic(Map.class, Side.class, Integer.class), "{\"UP\":1}", "is not a valid Map");
    }

    @Test
    void whatHoldsItselfIsNotWritten() {
        List<Object> list = new ArrayList<>();
        list.add(Map.of("a", new Object[] {list}));

        assertThatThrownBy(() -> client.gets(list))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an argument is nested too deeply, or in a circle");
    }

    @Test
    void enumsAreTheirNames() {
        assertThat(client.gets(Side.LEFT)).isEqualTo("\"LEFT\"");
        assertThat(client.reads(Side.class, "\"RIGHT\"")).isEqualTo(Side.RIGHT);
        assertThat(client.reads((Type) Side.class, "null")).isNull();
        refuses(Side.class, "\"right\"", "is not the name of a Side");
        refuses(Side.class, "0", "is not the name of a Side");
    }

    private void refuses(Type type, String json, String message) {
        assertThatThrownBy(() -> client.reads(type, json))
                .isInstanceOf(ArgumentException.class)
                .hasMessage(message);
    }
}
