package io.tidings.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.cluster.ClusterFaults.Kind;
import io.tidings.cluster.Nodes.Node;
import io.tidings.socketio.Selection;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody publishes who knows nothing of frames. */
class TextMessagesTest {

    private static final ClusterKey KEY = new ClusterKey("the key of this cluster");
    private static final TextLimits LIMITS = new TextLimits(10_000, 20, 32, 16, 8);

    private final Nodes nodes = new Nodes(1);
    private final Node node = nodes.add(new ClusterSettings(Nodes.HEARTBEAT, Nodes.TIMEOUT, Nodes.MAX_MESSAGE, 8, null)
            .with(new OutsiderSettings(8, LIMITS)));

    private List<String> after(String text) {
        node.bus().injectText(text);
        nodes.run();
        return node.holder().done;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"emit\":\"m\",\"arguments\":[1,{\"a\":[true]}],\"of\":\"/chat\"} -> emit /chat [\"m\",1,{\"a\":[true]}]",
                " { \"emit\" : \"m\" , \"arguments\" : [ ] , \"of\" : \"chat\" } -> emit /chat [\"m\"]",
                "{\"emit\":\"m\"} -> emit / [\"m\"]",
                "{\"emit\":\"\\u006d\",\"arguments\":[\"\\u0000\"]} -> emit / [\"m\",\"\\u0000\"]",
                "{\"serverSideEmit\":\"m\",\"arguments\":[null]} -> tell / [\"m\",null]",
                "{\"socketsJoin\":[\"x\",\"y\"],\"to\":[\"a\"],\"toUser\":[\"anna\"],\"except\":[\"c\"]}"
                        + " -> join / to [a] users [anna] except [c] [x, y]",
                "{\"socketsLeave\":[\"x\"]} -> leave / to [] [x]",
                "{\"disconnectSockets\":true,\"to\":[\"a\",\"b\"]} -> disconnect / to [a, b] true",
                "{\"disconnectSockets\":false,\"toUser\":[\"anna\"]} -> disconnect / to [] users [anna] false"
            })
    void isDone(String example) {
        int arrow = example.indexOf(" -> ");

        assertThat(after(example.substring(0, arrow))).containsExactly(example.substring(arrow + 4));
    }

    @Test
    void anEmptyChoiceIsNobodyAndNoChoiceEverybody() {
        TextReader reader = new TextReader(LIMITS);

        assertThat(selection(reader, "{\"emit\":\"m\",\"to\":[]}").isEverybody())
                .isFalse();
        assertThat(selection(reader, "{\"emit\":\"m\",\"toUser\":[]}").isEverybody())
                .isFalse();
        assertThat(selection(reader, "{\"emit\":\"m\",\"except\":[]}").isEverybody())
                .isTrue();
        assertThat(selection(reader, "{\"emit\":\"m\",\"volatile\":true,\"compress\":false}"))
                .matches(chosen -> chosen.isVolatile() && !chosen.isCompressed() && !chosen.isLocal());
    }

    private static Selection selection(TextReader reader, String text) {
        try {
            return ((ClusterMessage.Emit) reader.read(text)).selection();
        } catch (TextReader.UnreadableText unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    static List<String> unreadable() {
        return List.of(
                "",
                "emit",
                "null",
                "[]",
                "\"emit\"",
                "{}",
                "{\"emit\":\"m\"",
                "{\"emit\":\"m\"}{\"emit\":\"m\"}",
                "{\"emit\":\"m\",}",
                "{'emit':'m'}",
                "{\"emit\":1}",
                "{\"emit\":null}",
                "{\"emit\":[\"m\"]}",
                "{\"emit\":\"m\",\"emit\":\"n\"}",
                "{\"emit\":\"m\",\"\\u0065mit\":\"n\"}",
                "{\"emit\":\"m\",\"socketsJoin\":[\"x\"]}",
                "{\"emit\":\"m\",\"unknown\":1}",
                "{\"emit\":\"m\",\"@class\":\"javax.script.ScriptEngineManager\"}",
                "{\"emit\":\"m\",\"local\":true}",
                "{\"emit\":\"m\",\"arguments\":{}}",
                "{\"emit\":\"m\",\"arguments\":1}",
                "{\"emit\":\"m\",\"to\":\"a\"}",
                "{\"emit\":\"m\",\"to\":[1]}",
                "{\"emit\":\"m\",\"to\":[[\"a\"]]}",
                "{\"emit\":\"m\",\"volatile\":\"true\"}",
                "{\"emit\":\"m\",\"of\":\"/a,b\"}",
                "{\"emit\":\"m\",\"of\":\"/" + "n".repeat(32) + "\"}",
                "{\"emit\":\"" + "m".repeat(17) + "\"}",
                "{\"emit\":\"connect\"}",
                "{\"emit\":\"\\u0063onnect\"}",
                "{\"emit\":\"disconnecting\"}",
                "{\"serverSideEmit\":\"connection\"}",
                "{\"serverSideEmit\":\"connect_error\"}",
                "{\"serverSideEmit\":\"m\",\"to\":[\"a\"]}",
                "{\"socketsJoin\":[\"\"]}",
                "{\"socketsJoin\":[\"" + "r".repeat(9) + "\"]}",
                "{\"socketsJoin\":\"r\"}",
                "{\"socketsJoin\":[\"r\"],\"arguments\":[]}",
                "{\"disconnectSockets\":1}",
                "{\"disconnectSockets\":false,\"volatile\":true}",
                "{\"emit\":\"m\",\"arguments\":" + "[".repeat(21) + "]".repeat(21) + "}",
                "{\"emit\":\"" + "m".repeat(10_000) + "\"}",
                "{" + numbered(20) + "}",
                "{\"emit\":\"m\",\"to\":[" + names(TextFields.MOST_NAMES + 1) + "]}");
    }

    private static String numbered(int words) {
        return IntStream.range(0, words).mapToObj(i -> "\"w" + i + "\":0").collect(Collectors.joining(","));
    }

    private static String names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"" + i + "\"").collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    @DisplayName("J-07 what is not exactly a message is dropped as a whole")
    void isDropped(String text) {
        assertThat(after(text)).isEmpty();
        assertThat(node.faults(Kind.UNREADABLE)).isEqualTo(1);
        assertThat(node.faults(Kind.FAILED)).isZero();
    }

    @Test
    void takesAllThatItsLimitsAllow() {
        after("{\"emit\":\"" + "m".repeat(16) + "\",\"of\":\"/" + "n".repeat(31) + "\"}");
        after("{\"socketsJoin\":[\"" + "r".repeat(8) + "\"],\"to\":[" + names(TextFields.MOST_NAMES) + "]}");
        after("{\"emit\":\"m\",\"arguments\":" + "[".repeat(20) + "]".repeat(20) + "}");

        assertThat(node.holder().done).hasSize(3);
        assertThat(node.faults(Kind.UNREADABLE)).isZero();
    }

    @Test
    @DisplayName("J-07 random and mutated text ends nothing")
    void goesOnAfterNonsense() {
        Random random = new Random(4);
        String proper = "{\"emit\":\"m\",\"arguments\":[1,\"\\u00e4\",{\"a\":[true]}],\"of\":\"/chat\",\"to\":[\"a\"]}";
        for (int i = 0; i < 100_000; i++) {
            char[] text = proper.toCharArray();
            text[random.nextInt(text.length)] = (char) random.nextInt(0x10000);
            text[random.nextInt(text.length)] = "{}[]\",:\\".charAt(random.nextInt(8));
            node.bus().injectText(new String(text, 0, random.nextInt(text.length + 1)));
            nodes.run();
        }
        assertThat(node.faults(Kind.FAILED)).isZero();
        assertThat(node.faults(Kind.UNREADABLE)).isGreaterThan(50_000);
        node.holder().done.clear();

        assertThat(after("{\"emit\":\"still here\"}")).containsExactly("emit / [\"still here\"]");
    }

    @Test
    void aFailureOfTheNodeEndsNothing() {
        node.holder().isPoisoned = true;
        after("{\"emit\":\"m\"}");
        assertThat(node.faults(Kind.FAILED)).isEqualTo(1);

        node.holder().isPoisoned = false;
        assertThat(after("{\"emit\":\"m\"}")).hasSize(1);
    }

    @Test
    @DisplayName("J-03 text proves nothing, and is not taken where there is a key unless a setting says so")
    void isNotTakenWhereThereIsAKey() {
        Nodes proven = new Nodes(1, 1, KEY);
        Node careful = proven.node(0);
        Node trusting = proven.add(new ClusterSettings(Nodes.HEARTBEAT, Nodes.TIMEOUT, Nodes.MAX_MESSAGE, 8, KEY)
                .with(new OutsiderSettings(8, LIMITS)));

        careful.bus().injectText("{\"emit\":\"m\"}");
        proven.run();

        assertThat(careful.holder().done).isEmpty();
        assertThat(careful.faults(Kind.UNWANTED)).isEqualTo(1);
        assertThat(trusting.holder().done).containsExactly("emit / [\"m\"]");
    }
}
