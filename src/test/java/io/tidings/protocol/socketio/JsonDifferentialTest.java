package io.tidings.protocol.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.tidings.protocol.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The scanner and a second reading of RFC 8259 agree on mutated texts. {@code -Djson.rounds=10000000 -Djson.seed=…} for
 * a long run.
 */
@DisplayName("P-29 strict JSON, against a reference")
class JsonDifferentialTest {

    private static final int ROUNDS = Integer.getInteger("json.rounds", 200_000);
    private static final long SEED = Long.getLong("json.seed", 29);

    private static final List<String> SEEDS = List.of(
            "[\"a\"]",
            "[\"a\",1,-2.50e+10,0.1E-7,true,false,null]",
            "{\"a\":{\"b\":[{},[],\"\"]},\"c\":\"\\u00e9\\\\\\\"\\/\\b\\f\\n\\r\\t\"}",
            "[\"x\",{\"_placeholder\":true,\"num\":0},[[[[]]]]]",
            " [ \"é日😀\" , { \"k\" : null } ] ",
            "[-0,0,10,1e1]",
            "\"\\ud800\"");

    private static final String[] PIECES = {
        "\"", "\\", "[", "]", "{", "}", ",", ":", "0", "1", "-", "+", ".", "e", "E", " ", "\t", "\n", "\r", "\f",
        "\u0000", "\u001f", "true", "null", "NaN", "u00e9", "\\u", "\"a\"", "\"a\":", "[]", "{}", "'", "/", "//", "é",
        "\u00a0", "\u2028", "\ufeff", "01", "1.", ".5", "1e", "x"
    };

    private final Random random = new Random(SEED);

    @Test
    void judgesMutatedTextsAsTheReferenceDoes() {
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Bytes text = mutated(SEEDS.get(random.nextInt(SEEDS.size())));
            boolean expected = ReferenceJson.accepts(text);
            if (JsonScannerTest.isJson(text) != expected) {
                fail("seed " + SEED + ", round " + round + ", reference says " + expected + ": "
                        + HexFormat.of().formatHex(text.toArray()));
            }
            accepted += expected ? 1 : 0;
        }
        assertThat(accepted).isBetween(ROUNDS / 20, ROUNDS / 2);
    }

    @Test
    void takesArraysApartAsTheReferenceDoes() {
        for (int round = 0; round < ROUNDS / 10; round++) {
            Bytes text = mutated(SEEDS.get(random.nextInt(SEEDS.size())));
            if (ReferenceJson.accepts(text) && ReferenceJson.parse(text) instanceof List<?> expected) {
                List<Object> found = Payload.of(text).elements().stream()
                        .map(ReferenceJson::parse)
                        .toList();
                if (!found.equals(expected)) {
                    fail("seed " + SEED + ", round " + round + ": "
                            + HexFormat.of().formatHex(text.toArray()));
                }
            }
        }
    }

    private Bytes mutated(String original) {
        StringBuilder text = new StringBuilder(original);
        for (int left = random.nextInt(3); left >= 0; left--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(3));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, text.substring(at, end));
                default -> text.replace(at, random.nextBoolean() ? at : end, PIECES[random.nextInt(PIECES.length)]);
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(10) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return Bytes.wrap(bytes);
    }
}
