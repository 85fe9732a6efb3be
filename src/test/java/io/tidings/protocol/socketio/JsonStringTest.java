package io.tidings.protocol.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.protocol.Bytes;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonStringTest {

    @Test
    void quotesAsJavaScriptDoes() {
        assertThat(JsonString.quote("")).isEqualTo("\"\"");
        assertThat(JsonString.quote("a/b é日😀")).isEqualTo("\"a/b é日😀\"");
        assertThat(JsonString.quote("\"\\\b\f\n\r\t")).isEqualTo("\"\\\"\\\\\\b\\f\\n\\r\\t\"");
        assertThat(JsonString.quote("\u0000\u0001\u001f\u007f")).isEqualTo("\"\\u0000\\u0001\\u001f\u007f\"");
        assertThat(JsonString.quote("\u2028")).isEqualTo("\"\u2028\"");
    }

    @Test
    @DisplayName("P-44 escapes a surrogate that has no other half")
    void escapesHalfCharacters() {
        assertThat(JsonString.quote("\ud800")).isEqualTo("\"\\ud800\"");
        assertThat(JsonString.quote("\udfff\ud83d")).isEqualTo("\"\\udfff\\ud83d\"");
        assertThat(JsonString.quote("a\ud83d\ude00\ude00")).isEqualTo("\"a😀\\ude00\"");
    }

    @Test
    void findsTheTextBehindEveryEscape() {
        assertThat(unquote("\"\"")).isEmpty();
        assertThat(unquote("\"é日😀\"")).isEqualTo("é日😀");
        assertThat(unquote("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"")).isEqualTo("\"\\/\b\f\n\r\t");
        assertThat(unquote("\"\\u00e9\\u00E9x\\uD83D\\uDE00\"")).isEqualTo("ééx😀");
        assertThat(unquote("\"\\ud800\\u0000\"")).isEqualTo("\ud800\u0000");
        assertThat(unquote("\"\\\\u0041\"")).isEqualTo("\\u0041");
    }

    @Test
    void findsWhatItQuotedWhateverThatIs() {
        Random random = new Random(44);
        String alphabet = "ab\"\\/\n\u0000\u001f\u007fé\u2028日\ud83d\ude00\ud800\udfff";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int left = random.nextInt(12); left > 0; left--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String quoted = JsonString.quote(text.toString());

            assertThat(unquote(quoted)).isEqualTo(text.toString());
            assertThat(ReferenceJson.accepts(Bytes.utf8(quoted))).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"connect\"",
                "\"\\u0063onnect\"",
                "\"connec\\u0074\"",
                "\"\\u0063\\u006F\\u006f\"",
                "\"connec\"",
                "\"connects\"",
                "\"\"",
                "\"co\\nnect\"",
                "\"Connect\"",
                "\"connect\\u0000\"",
                "\"c\\\\u006fnnect\"",
                "\"connéct\"",
                "\"\\u0163onnect\""
            })
    void recognisesAWordAsUnquotingItWould(String literal) {
        Bytes bytes = Bytes.utf8(literal);

        assertThat(JsonString.spells(bytes, "connect"))
                .isEqualTo(JsonString.unquote(bytes).equals("connect"));
    }

    private static String unquote(String literal) {
        return JsonString.unquote(Bytes.utf8(literal));
    }
}
