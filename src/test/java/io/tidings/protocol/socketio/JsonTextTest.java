package io.tidings.protocol.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.protocol.Bytes;
import java.io.IOException;
import java.io.Writer;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    private static final String ALPHABET =
            "abc ~\"\\/\n\t\u0000\u001f\u007f\u0080é\u07ff\u0800\u2028日\uffff" + "\ud83d\ude00\ud800\udc00\udbff\udfff";

    private final Random random = new Random(44);

    @Test
    void isWhatHasBeenAppended() {
        JsonText text = new JsonText(0).append('[').append("-12.5").append(',').append(Bytes.utf8("{\"é\":1}"));

        assertThat(text.append(']').toBytes()).isEqualTo(Bytes.utf8("[-12.5,{\"é\":1}]"));
    }

    @Test
    @DisplayName("P-44 quotes as JsonString does, whatever comes, and in UTF-8")
    void quotesAsJsonStringDoes() {
        for (int round = 0; round < 20_000; round++) {
            String text = randomText();

            Bytes quoted = new JsonText(random.nextInt(8)).quoted(text).toBytes();

            assertThat(quoted).isEqualTo(Bytes.utf8(JsonString.quote(text)));
        }
    }

    @Test
    void encodesWhatAWriterWritesHoweverItIsCut() throws IOException {
        for (int round = 0; round < 20_000; round++) {
            // a writer gets strings that are quoted already: only halves of characters are left to escape
            String text = randomText();
            JsonText json = new JsonText(0);
            try (Writer writer = json.writer()) {
                int at = 0;
                while (at < text.length()) {
                    int end = at + 1 + random.nextInt(Math.min(3, text.length() - at));
                    write(writer, text, at, end);
                    at = end;
                }
                writer.flush();
            }

            assertThat(json.toBytes()).isEqualTo(Bytes.utf8(halvesEscaped(text)));
            assertThat(new JsonText(0).appendEncoded(text).toBytes()).isEqualTo(json.toBytes());
        }
    }

    private void write(Writer writer, String text, int start, int end) throws IOException {
        switch (random.nextInt(3)) {
            case 0 -> writer.write(text, start, end - start);
            case 1 -> writer.write(text.toCharArray(), start, end - start);
            default -> {
                for (int i = start; i < end; i++) {
                    writer.write(text.charAt(i));
                }
            }
        }
    }

    private static String halvesEscaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(codePoint -> {
            if (codePoint >= 0xD800 && codePoint <= 0xDFFF) {
                escaped.append(String.format("\\u%04x", codePoint));
            } else {
                escaped.appendCodePoint(codePoint);
            }
        });
        return escaped.toString();
    }

    @Test
    void growsToWhateverIsNeeded() {
        String half = "\ud800".repeat(10_000);

        assertThat(new JsonText(1).quoted(half).toBytes()).isEqualTo(Bytes.utf8(JsonString.quote(half)));
    }

    private String randomText() {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(12); left > 0; left--) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
