package io.tidings.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("L-01 text of clients in logs")
class LogTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain text, 1 + 1 = 2", "größer", "日本", "a/b?c=d&e"})
    void staysAsItIsWhereItIsHarmless(String text) {
        assertThat(LogText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"10, a", "13, d", "9, 9", "27, 1b", "0, 0", "127, 7f", "155, 9b", "8238, 202e", "8232, 2028"})
    void showsInvisibleCharactersByTheirNumber(int codePoint, String hex) {
        assertThat(LogText.of("a" + Character.toString(codePoint) + "b")).isEqualTo("a\\u{" + hex + "}b");
    }

    @ParameterizedTest
    @CsvSource({"$, 24", "%, 25", "\\, 5c"})
    void takesTheMeaningFromCharactersThatLoggersKnow(String character, String hex) {
        assertThat(LogText.of(character)).isEqualTo("\\u{" + hex + "}");
    }

    @Test
    void showsHalfACharacterByItsNumber() {
        assertThat(LogText.of("\ud83d")).isEqualTo("\\u{d83d}");
        assertThat(LogText.of("\ud83d\ude00")).isEqualTo("\\u{1f600}");
    }

    @Test
    void isCut() {
        assertThat(LogText.of("x".repeat(256))).isEqualTo("x".repeat(256));
        assertThat(LogText.of("x".repeat(257))).isEqualTo("x".repeat(256) + "…");
        assertThat(LogText.of("x".repeat(1_000_000))).hasSize(257);
    }

    @Test
    void isOneShortPrintableLineWhateverTheClientSent() {
        Random random = new Random(20);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(400); i > 0; i--) {
                text.append((char) random.nextInt(random.nextBoolean() ? 0x100 : 0x10000));
            }
            String logged = LogText.of(text.toString());
            assertThat(logged).hasSizeLessThan(270);
            assertThat(logged.codePoints())
                    .allMatch(c -> c == '…' || (c >= 0x20 && c < 0x7f) || Character.isLetterOrDigit(c));
        }
    }
}
