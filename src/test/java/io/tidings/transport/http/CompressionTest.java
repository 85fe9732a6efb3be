package io.tidings.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTest {

    private final Compression compression = new Compression(true, 1_024);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip|gzip",
                "deflate|deflate",
                "deflate, gzip|gzip",
                "gzip, deflate, br, zstd|gzip",
                "GZIP;q=0.5|gzip",
                "gzip;q=0, deflate|deflate",
                "gzip;q=0.000,deflate;q=0|",
                "gzip;q=0.001|gzip",
                "br|",
                "*|",
                "identity|",
                "xgzip|",
                "''|",
                ",;,=;,|"
            })
    void choosesWhatTheClientAccepts(String accepted, @Nullable String chosen) {
        assertThat(compression.encodingFor(1_024, accepted)).isEqualTo(chosen);
    }

    @Test
    void leavesShortAnswersAlone() {
        assertThat(compression.encodingFor(1_023, "gzip")).isNull();
    }

    @Test
    void leavesEveryAnswerAloneWhereItIsOffOrNobodyAsked() {
        assertThat(new Compression(false, 0).encodingFor(5_000, "gzip")).isNull();
        assertThat(compression.encodingFor(5_000, null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void losesNothing(String encoding) throws IOException {
        String text = "some text that repeats itself ".repeat(1_000);

        byte[] compressed = Compression.compress(text.getBytes(StandardCharsets.UTF_8), encoding);

        assertThat(compressed).hasSizeLessThan(1_000);
        assertThat(inflated(compressed, encoding)).isEqualTo(text);
    }

    private static String inflated(byte[] compressed, String encoding) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(compressed);
        try (InputStream plain = encoding.equals("gzip") ? new GZIPInputStream(in) : new InflaterInputStream(in)) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
