package io.tidings.protocol.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tidings.protocol.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {

    private static final Bytes ONE = Bytes.wrap(new byte[] {1});

    @Test
    void isEqualWhereTextAndAttachmentsAre() {
        Payload payload = Payload.of(Bytes.utf8("[1]"), List.of(ONE));

        assertThat(payload)
                .isEqualTo(Payload.of(Bytes.utf8("[1]"), List.of(Bytes.copyOf(new byte[] {1}))))
                .hasSameHashCodeAs(Payload.of(Bytes.utf8("[1]"), List.of(Bytes.copyOf(new byte[] {1}))))
                .isNotEqualTo(Payload.of(Bytes.utf8("[1]")))
                .isNotEqualTo(Payload.of(Bytes.utf8("[2]"), List.of(ONE)))
                .isNotEqualTo(Bytes.utf8("[1]"));
    }

    @Test
    void isEqualWhetherItsNameHasBeenAskedForOrNot() {
        Payload asked = Payload.of(Bytes.utf8("[\"x\"]"));
        asked.eventName();

        assertThat(asked).isEqualTo(Payload.of(Bytes.utf8("[\"x\"]")));
        assertThat(asked).isEqualTo(Payload.event("x", List.of(), List.of()));
    }

    @Test
    void doesNotChangeWithTheListItWasMadeFrom() {
        List<Bytes> attachments = new ArrayList<>(List.of(ONE));
        Payload payload = Payload.of(Bytes.utf8("[1]"), attachments);

        attachments.clear();

        assertThat(payload.attachments()).containsExactly(ONE);
    }

    @Test
    void keepsItsContentsOutOfLogs() {
        assertThat(Payload.of(Bytes.utf8("[\"secret\"]"), List.of(ONE)))
                .hasToString("Payload[10 bytes, 1 attachments]");
    }

    @Test
    void knowsItsSize() {
        assertThat(Payload.NONE.size()).isZero();
        assertThat(Payload.of(Bytes.utf8("[\"é\"]"), List.of(ONE, ONE)).size()).isEqualTo(8);
    }

    @ParameterizedTest(name = "{0} is called {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "[\"x\"]|x",
                " [ \"x\" , 1]|x",
                "[\"\"]|§§",
                "[\"\\u0063onn\\u0065ct\"]|connect",
                "[\"a\\\"b\"]|a\"b",
                "[\"日本\\n\"]|§日本\n§",
                "[1,\"x\"]|1",
                "[-0.5e1]|-0.5e1",
                "[\"__proto__\"]|__proto__"
            })
    void callsAnEventByItsFirstElement(String json, String name) {
        assertThat(Payload.of(Bytes.utf8(json)).eventName()).isEqualTo(name);
    }

    @Test
    void decodesTheNameOfAnEventOnce() {
        Payload payload = Payload.of(Bytes.utf8("[\"some name\",1]"));

        assertThat(payload.eventName()).isSameAs(payload.eventName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "\"x\"", "[]", "[null]", "[true]", "[[\"x\"]]", "[{}]"})
    void hasNoEventNameWithoutAnEvent(String json) {
        assertThatIllegalStateException()
                .isThrownBy(() -> Payload.of(Bytes.utf8(json)).eventName());
    }

    @Test
    void isTakenApartIntoTheElementsOfItsArray() {
        assertThat(elements("[]")).isEmpty();
        assertThat(elements(" [ ] ")).isEmpty();
        assertThat(elements("[\"a,]\\\"\"]")).containsExactly("\"a,]\\\"\"");
        assertThat(elements("[ \"x\", 1.5e3 ,[1,[2]] , { \"a\" : [ ] },null,true,false,\"é\"]"))
                .containsExactly("\"x\"", "1.5e3", "[1,[2]]", "{ \"a\" : [ ] }", "null", "true", "false", "\"é\"");
    }

    @Test
    void sharesItsBytesWithItsElements() {
        byte[] array = "[\"abc\"]".getBytes(StandardCharsets.UTF_8);
        Bytes element = Payload.of(Bytes.wrap(array)).elements().get(0);

        array[2] = 'X';

        assertThat(element).isEqualTo(Bytes.utf8("\"Xbc\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "1"})
    void hasNoElementsWithoutAnArray(String json) {
        assertThatIllegalStateException()
                .isThrownBy(() -> Payload.of(Bytes.utf8(json)).elements());
    }

    @Test
    @DisplayName("P-43 half a million elements cost little each")
    void takesHalfAMillionElementsApart() {
        Payload payload = Payload.of(Bytes.utf8("[" + "{},".repeat(500_000) + "1]"));

        assertThat(payload.elements()).hasSize(500_001);
    }

    @Test
    void takesApartWhatAnApplicationNestedDeeply() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);

        assertThat(elements("[1," + deep + "]")).containsExactly("1", deep);
    }

    @Test
    void isMadeOfANameAndArguments() {
        assertThat(json(Payload.event("x", List.of(), List.of()))).isEqualTo("[\"x\"]");
        assertThat(json(Payload.event("a\"\n😀", List.of(Bytes.utf8("1"), Bytes.utf8("{\"é\":[]}")), List.of())))
                .isEqualTo("[\"a\\\"\\n😀\",1,{\"é\":[]}]");
        assertThat(Payload.event("a\"\n😀", List.of(), List.of()).eventName()).isEqualTo("a\"\n😀");
        assertThat(Payload.event("x", List.of(Bytes.utf8("{\"_placeholder\":true,\"num\":0}")), List.of(ONE)))
                .isEqualTo(Payload.of(Bytes.utf8("[\"x\",{\"_placeholder\":true,\"num\":0}]"), List.of(ONE)));
    }

    @Test
    void isMadeOfTheArgumentsOfAnAcknowledgement() {
        assertThat(json(Payload.ack(List.of(), List.of()))).isEqualTo("[]");
        assertThat(json(Payload.ack(List.of(Bytes.utf8("1")), List.of()))).isEqualTo("[1]");
        assertThat(json(Payload.ack(List.of(Bytes.utf8("1"), Bytes.utf8("\"b\"")), List.of())))
                .isEqualTo("[1,\"b\"]");
    }

    private static String json(Payload payload) {
        return payload.json().toUtf8String();
    }

    private static List<String> elements(String json) {
        return Payload.of(Bytes.utf8(json)).elements().stream()
                .map(Bytes::toUtf8String)
                .toList();
    }

    @Test
    void findsEachOfVeryManyElements() {
        for (int count : new int[] {1_023, 1_024, 1_025, 2_048, 5_000}) {
            StringBuilder array = new StringBuilder("[0");
            for (int i = 1; i < count; i++) {
                array.append(',').append(i);
            }
            List<Bytes> elements =
                    Payload.of(Bytes.utf8(array.append(']').toString())).elements();

            assertThat(elements).hasSize(count);
            for (int i = 0; i < count; i++) {
                assertThat(elements.get(i).toUtf8String()).isEqualTo(Integer.toString(i));
            }
        }
    }
}
