package io.tidings.protocol.socketio;

import static io.tidings.protocol.socketio.Client.isRefused;
import static io.tidings.protocol.socketio.Client.sends;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.protocol.Bytes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that no well-behaved client sends, and JSON that only looks that way. */
class JsonVectorsTest {

    private static final int MEGABYTE = 1_000_000;

    @DisplayName("P-29 what is not JSON")
    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "2[\"a\"",
                "2[\"some\",\"data\"",
                "2[\"a\"]]",
                "2[\"a\"] x",
                "2[\"a\",]",
                "2['a']",
                "2[\"a\",NaN]",
                "2[\"a\",01]",
                "2\ufeff[\"a\"]",
                "2[\"a\",1.]",
                "2[\"a\"]\u0000",
                "2[\"a\n\"]",
                "2[\"a\\",
                "2[\"a\\u12",
                "2[",
                "2[\"",
                "2[1",
                "2[\"a\",[}]",
                "2[\"a\",{]]",
                "2[01]",
                "2[-]",
                "2[NaN]"
            })
    void refusesWhatIsNotJson(String text) {
        isRefused(text);
    }

    @DisplayName("P-31 keys with a meaning elsewhere are plain data")
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "2[\"x\",{\"__proto__\":{\"a\":1},\"constructor\":{\"prototype\":{}}}]",
                "0{\"__proto__\":{\"admin\":true}}"
            })
    void handsKeysOnAsTheyAre(String text) {
        assertThat(sends(text).payload().json()).isEqualTo(Bytes.utf8(text.substring(1)));
    }

    @Test
    @DisplayName("P-32 an event name of a megabyte")
    void takesAnEventNameOfAMegabyte() {
        String name = "n".repeat(MEGABYTE - 10);

        assertThat(sends("2[\"" + name + "\"]").payload().eventName()).isEqualTo(name);
        assertThat(sends("2[\"" + "\\u0063".repeat(100_000) + "\"]").payload().eventName())
                .hasSize(100_000);
    }

    @DisplayName("P-40 nesting")
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
    void refusesWhatIsNestedTooDeeply(String level) {
        int most = PacketLimits.DEFAULT_MAX_DEPTH - 1;
        int perLevel = level.length() == 6 ? 2 : 1;

        assertThat(sends(nested(level, most / perLevel)).payload().elements()).hasSize(2);
        assertThat(isRefused(nested(level, most / perLevel + 1))).isEqualTo("JSON nested too deeply");
        assertThat(isRefused(nested(level, 5_000))).isEqualTo("JSON nested too deeply");
        assertThat(isRefused(nested(level, 100_000))).isEqualTo("JSON nested too deeply");
        assertThat(isRefused("0" + "{\"a\":".repeat(501) + "1" + "}".repeat(501)))
                .isEqualTo("JSON nested too deeply");
    }

    private static String nested(String level, int times) {
        String ends = level.replaceAll("[^\\[{]", "").replace('[', ']').replace('{', '}');
        String end = new StringBuilder(ends).reverse().toString();
        String core = level.endsWith(":") ? "1" : "";
        return "2[\"x\"," + level.repeat(times) + core + end.repeat(times) + "]";
    }

    @DisplayName("P-41 numbers of any size stay text")
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"1e999999999", "1e-999999999", "-0", "1e400", "-1.0e+0"})
    void keepsNumbersAsTheyAreWritten(String number) {
        assertThat(sends("2[\"n\"," + number + "]").payload().elements().get(1)).isEqualTo(Bytes.utf8(number));
        assertThat(sends("2[" + number + "]").payload().eventName()).isEqualTo(number);
    }

    @Test
    @DisplayName("P-41 a number of a million digits")
    void takesANumberOfAMillionDigits() {
        assertThat(sends("2[\"n\"," + "7".repeat(999_990) + "]").payload().size())
                .isEqualTo(999_996);
    }

    @Test
    @DisplayName("P-42 65 536 keys that collide")
    void takesKeysThatCollide() {
        StringBuilder text = new StringBuilder("2[\"x\",{");
        for (int key = 0; key < 65_536; key++) {
            text.append(key == 0 ? "\"" : ",\"");
            for (int bit = 0; bit < 16; bit++) {
                text.append((key >> bit & 1) == 0 ? "Aa" : "BB");
            }
            text.append("\":0");
        }

        assertThat(sends(text.append("}]").toString()).payload().elements()).hasSize(2);
    }

    @Test
    @DisplayName("P-43 half a million empty elements")
    void takesHalfAMillionElements() {
        assertThat(sends("2[\"x\"" + ",{}".repeat(333_330) + "]").payload().elements())
                .hasSize(333_331);
    }

    @DisplayName("P-44 unusual characters are handed on as they came")
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"\\ud800", "\\u0000", "\\u2028", "\u2028", "😀", "\u007f"})
    void handsUnusualCharactersOn(String characters) {
        String json = "[\"x\",\"" + characters + "\"]";

        assertThat(sends("2" + json).payload().json()).isEqualTo(Bytes.utf8(json));
    }

    @Test
    @DisplayName("P-44 bytes that are not UTF-8 do no harm here")
    void survivesBytesThatAreNotUtf8() {
        String[] ends = {"\u00c0\u00af", "\u00ed\u00a0\u0080", "\u00f4\u0090\u0080\u0080", "\u00ff"};
        for (String end : ends) {
            byte[] text = ("2/" + end + ",1[\"" + end + "\"]").getBytes(StandardCharsets.ISO_8859_1);
            assertThat(Client.assembler().text(Bytes.wrap(text))).isPresent();
        }
    }
}
