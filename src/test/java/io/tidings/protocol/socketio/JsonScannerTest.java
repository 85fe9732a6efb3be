package io.tidings.protocol.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.ProtocolException;
import io.tidings.protocol.socketio.JsonScanner.Token;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScannerTest {

    private static final int DEEP = 500;

    @Test
    void tellsEachTokenAndItsText() {
        assertThat(scan(" { \"a\" : [ 1 , -2.5e+3 , \"b\\\"\" ] , \"c\\u0064\":{},\"\":[true,false,null] } "))
                .containsExactly(
                        "START_OBJECT {",
                        "KEY \"a\"",
                        "START_ARRAY [",
                        "NUMBER 1",
                        "NUMBER -2.5e+3",
                        "STRING \"b\\\"\"",
                        "END_ARRAY ]",
                        "KEY \"c\\u0064\"",
                        "START_OBJECT {",
                        "END_OBJECT }",
                        "KEY \"\"",
                        "START_ARRAY [",
                        "TRUE true",
                        "FALSE false",
                        "NULL null",
                        "END_ARRAY ]",
                        "END_OBJECT }",
                        "END ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-1",
                "10",
                "1.0",
                "1e5",
                "1E-5",
                "0.1e+05",
                "1e400",
                "null",
                "true",
                "false",
                "\"\"",
                "\" \u007f\u2028é😀\"",
                "\"\\ud800\"",
                "\"\\u0000\"",
                "[]",
                "{}",
                "\t\r\n [ \t\r\n] \t\r\n",
                "{\"a\":1,\"a\":2}",
                "[[],{},[{}],{\"a\":[]}]"
            })
    void acceptsWhatIsJson(String json) {
        assertThat(isJson(Bytes.utf8(json))).isTrue();
        assertThat(ReferenceJson.accepts(Bytes.utf8(json))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "+1",
                "01",
                "-01",
                "1.",
                ".1",
                "1.e1",
                "1e",
                "1e+",
                "1 2",
                "0x1",
                "1_0",
                "NaN",
                "Infinity",
                "-Infinity",
                "undefined",
                "nul",
                "nulll",
                "True",
                "tru",
                "'a'",
                "\"",
                "\"a",
                "\"\\\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\\u１234\"",
                "\"\\u 123\"",
                "\"a\nb\"",
                "\"a\tb\"",
                "\"\u0000\"",
                "[",
                "]",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "[,]",
                "[1 1]",
                "[1}",
                "[1]]",
                "[1],",
                "{",
                "}",
                "{]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,}",
                "{a:1}",
                "{1:1}",
                "{\"a\" 1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1]",
                "{\"a\"::1}",
                "{\"a\",1}",
                "{\"a\":1:2}",
                "[1:2]",
                "{null:1}",
                "{[]:1}",
                "/**/1",
                "1//",
                "\ufeff1",
                "\u00a01",
                "\u000b1",
                "\f1",
                "1\u0000",
                "\"a\" \"b\"",
                "{}{}",
                "[\"\\\"]"
            })
    void refusesWhatIsNot(String json) {
        assertThat(isJson(Bytes.utf8(json))).isFalse();
        assertThat(ReferenceJson.accepts(Bytes.utf8(json))).isFalse();
    }

    @Test
    void doesNotStumbleOverBytesThatAreNoText() {
        for (int first = 0; first < 256; first++) {
            for (int second = 0; second < 256; second++) {
                byte[] bytes = {'"', (byte) first, (byte) second, '"'};
                assertThat(isJson(Bytes.wrap(bytes))).isEqualTo(ReferenceJson.accepts(Bytes.wrap(bytes)));
                byte[] bare = {(byte) first, (byte) second};
                assertThat(isJson(Bytes.wrap(bare))).isEqualTo(ReferenceJson.accepts(Bytes.wrap(bare)));
            }
        }
    }

    @Test
    void countsTheLevelsThatAreOpen() {
        JsonScanner scanner = new JsonScanner(Bytes.utf8("[{\"a\":[]}]"), DEEP);
        List<Integer> depths = new ArrayList<>();
        while (scanner.next() != Token.END) {
            depths.add(scanner.depth());
        }

        assertThat(depths).containsExactly(1, 2, 2, 3, 2, 1, 0);
    }

    @Test
    void goesAsDeepAsItMayAndNoDeeper() {
        for (int depth : new int[] {1, 2, 63, 64, 65, 127, 128, 129, 500}) {
            Bytes mixed = Bytes.utf8(nested(depth));

            assertThatCode(() -> readToEnd(mixed, depth)).doesNotThrowAnyException();
            assertThatThrownBy(() -> readToEnd(mixed, depth - 1))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessage("JSON nested too deeply");
        }
    }

    @Test
    void remembersAtEveryDepthWhatIsOpen() {
        for (int depth = 1; depth < 200; depth++) {
            StringBuilder wrong = new StringBuilder(nested(depth));
            int innermostEnd = wrong.length() - depth;
            for (int i = innermostEnd; i < wrong.length(); i++) {
                char right = wrong.charAt(i);
                wrong.setCharAt(i, right == ']' ? '}' : ']');
                assertThat(isJson(Bytes.utf8(wrong.toString()))).isFalse();
                wrong.setCharAt(i, right);
            }
        }
    }

    @Test
    void ofAMillionLevelsRemembersThemToo() {
        Bytes deep = Bytes.utf8(nested(1_000_000));

        assertThatCode(() -> readToEnd(deep, Integer.MAX_VALUE)).doesNotThrowAnyException();
        assertThatThrownBy(() -> readToEnd(deep.slice(0, deep.length() - 1), Integer.MAX_VALUE))
                .hasMessage("malformed JSON");
    }

    /** Arrays and objects by turns that do not repeat after 64 levels. */
    private static String nested(int depth) {
        StringBuilder start = new StringBuilder();
        StringBuilder end = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            boolean object = i < depth - 1 && (i * i / 7) % 2 == 1;
            start.append(object ? "{\"\":" : "[");
            end.append(object ? '}' : ']');
        }
        return start.append(end.reverse()).toString();
    }

    private static List<String> scan(String json) {
        JsonScanner scanner = new JsonScanner(Bytes.utf8(json), DEEP);
        List<String> tokens = new ArrayList<>();
        Token token;
        do {
            token = scanner.next();
            tokens.add(token + " " + scanner.token().toUtf8String());
        } while (token != Token.END);
        return tokens;
    }

    static boolean isJson(Bytes text) {
        try {
            readToEnd(text, DEEP);
            return true;
        } catch (ProtocolException refused) {
            return false;
        }
    }

    private static void readToEnd(Bytes text, int maxDepth) {
        JsonScanner scanner = new JsonScanner(text, maxDepth);
        Token token;
        do {
            token = scanner.next();
        } while (token != Token.END);
    }
}
