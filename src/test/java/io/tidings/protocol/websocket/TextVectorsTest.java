package io.tidings.protocol.websocket;

import static io.tidings.protocol.websocket.ClientBytes.CONTINUATION;
import static io.tidings.protocol.websocket.ClientBytes.FIN;
import static io.tidings.protocol.websocket.ClientBytes.TEXT;
import static io.tidings.protocol.websocket.ClientBytes.ofHex;
import static io.tidings.protocol.websocket.ClientBytes.utf8;
import static io.tidings.protocol.websocket.FrameVectorsTest.refused;
import static io.tidings.protocol.websocket.FrameVectorsTest.vector;

import io.tidings.protocol.websocket.RecordingSink.Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Autobahn's case group 6: UTF-8, right and wrong, in one frame and cut into fragments within characters. */
class TextVectorsTest {

    private static final String TEXT_OF_ALL_LENGTHS = "Hello-µ@ßöäüàá-UTF-8!! κόσμε 日本 😀";

    @TestFactory
    Stream<DynamicNode> emptyFragmentsMakeAnEmptyText() {
        return Stream.of(
                        vector("6.1.1 empty text", new ClientBytes().text(""), new Text("")),
                        vector(
                                "6.1.2 three empty fragments",
                                new ClientBytes()
                                        .frame(TEXT, "")
                                        .frame(CONTINUATION, "")
                                        .frame(FIN, ""),
                                new Text("")),
                        vector(
                                "6.1.3 text between empty fragments",
                                new ClientBytes()
                                        .frame(TEXT, "")
                                        .frame(CONTINUATION, "middle")
                                        .frame(FIN, ""),
                                new Text("middle")))
                .flatMap(tests -> tests);
    }

    @TestFactory
    Stream<DynamicNode> validTextIsTaken() {
        return Stream.of(
                        valid("6.2, 6.5 characters of one to four bytes", TEXT_OF_ALL_LENGTHS),
                        valid("6.7 first character of each length", "\0\u0080\u0800\ud800\udc00"),
                        valid("6.9 last character of each length", "\u007f\u07ff\uffff\udbff\udfff"),
                        valid("6.11 neighbours of the surrogates", "\ud7ff\ue000\ufffd"),
                        valid("6.22 noncharacters", "\ufffe\uffff\ud83f\udffe\ud83f\udfff\udbff\udffe"),
                        valid("6.23 specials", "\ufff9\ufffa\ufffb\ufffc\ufffd\ufffe\uffff"))
                .flatMap(tests -> tests);
    }

    @TestFactory
    Stream<DynamicNode> textThatEndsWithinACharacterIsRefused() {
        byte[] whole = utf8("κόσμε😀");
        return IntStream.range(1, whole.length).boxed().flatMap(length -> {
            byte[] prefix = Arrays.copyOf(whole, length);
            String decoded = new String(prefix, StandardCharsets.UTF_8);
            String name = "6.6 first %d bytes of a text".formatted(length);
            return Arrays.equals(utf8(decoded), prefix) ? valid(name, decoded) : invalid(name, prefix);
        });
    }

    @TestFactory
    Stream<DynamicNode> sequencesThatUtf8DoesNotKnowAreRefused() {
        return Stream.of(
                        invalid("6.3 surrogate within text", "CEBAE1BDB9CF83CEBCCEB5 EDA080 656469746564"),
                        invalid("6.8 five bytes", "F888808080"),
                        invalid("6.8 six bytes", "FC8480808080"),
                        invalid("6.10 last of four bytes", "F7BFBFBF"),
                        invalid("6.10 last of five bytes", "FBBFBFBFBF"),
                        invalid("6.10 last of six bytes", "FDBFBFBFBFBF"),
                        invalid("6.11 first beyond U+10FFFF", "F4908080"),
                        invalid("6.12 lone continuation 80", "80"),
                        invalid("6.12 lone continuation BF", "BF"),
                        invalid("6.12 many continuations", "80BF80BF80BF"),
                        invalid("6.13 lone starts of two bytes", "C220 C320 DF20"),
                        invalid("6.13 lone starts of three bytes", "E020 E120 EF20"),
                        invalid("6.13 lone starts of four bytes", "F020 F120 F420"),
                        invalid("6.14 last byte of two missing", "C2"),
                        invalid("6.14 last byte of three missing", "E080"),
                        invalid("6.14 last byte of three missing, valid so far", "EFBF"),
                        invalid("6.14 last byte of four missing", "F7BFBF"),
                        invalid("6.14 last byte of four missing, valid so far", "F48FBF"),
                        invalid("6.15 several cut sequences", "C0 E080 F08080 DF EFBF F7BFBF"),
                        invalid("6.16 FE", "FE"),
                        invalid("6.16 FF", "FF"),
                        invalid("6.17 overlong slash in two bytes", "C0AF"),
                        invalid("6.17 overlong slash in three bytes", "E080AF"),
                        invalid("6.17 overlong slash in four bytes", "F08080AF"),
                        invalid("6.18 largest overlong of two bytes", "C1BF"),
                        invalid("6.18 largest overlong of three bytes", "E09FBF"),
                        invalid("6.18 largest overlong of four bytes", "F08FBFBF"),
                        invalid("6.19 overlong NUL of two bytes", "C080"),
                        invalid("6.19 overlong NUL of three bytes", "E08080"),
                        invalid("6.19 overlong NUL of four bytes", "F0808080"),
                        invalid("6.20 first high surrogate", "EDA080"),
                        invalid("6.20 last high surrogate", "EDAFBF"),
                        invalid("6.20 first low surrogate", "EDB080"),
                        invalid("6.20 last low surrogate", "EDBFBF"),
                        invalid("6.21 pair of surrogates", "EDA080EDB080"))
                .flatMap(tests -> tests);
    }

    @TestFactory
    Stream<DynamicNode> aWrongByteEndsTheConnectionBeforeTheMessageEnds() {
        return Stream.of(
                        refused(
                                "6.4.1 wrong in the second of three fragments",
                                1007,
                                new ClientBytes().frame(TEXT, utf8("κόσμε")).frame(CONTINUATION, ofHex("F4908080"))),
                        refused(
                                "6.4.2 wrong at the last byte of a character",
                                1007,
                                new ClientBytes().frame(TEXT, ofHex("CEBA F4")).frame(CONTINUATION, ofHex("90"))),
                        // announces 21 bytes, of which the first eight come under a key of zeros
                        refused(
                                "6.4.3 wrong within a frame",
                                1007,
                                new ClientBytes().hex("8195 00000000 CEBAE1BD F4908080")),
                        refused(
                                "6.4.4 wrong at the last byte that came",
                                1007,
                                new ClientBytes().hex("8195 00000000 CEBA F490")))
                .flatMap(tests -> tests);
    }

    private static Stream<DynamicNode> valid(String name, String text) {
        return Stream.of(
                        vector(name, new ClientBytes().text(text), new Text(text)),
                        vector(
                                name + " byte by byte",
                                new ClientBytes().fragments(TEXT, utf8(text), 1),
                                new Text(text)),
                        vector(name + " in threes", new ClientBytes().fragments(TEXT, utf8(text), 3), new Text(text)))
                .flatMap(tests -> tests);
    }

    private static Stream<DynamicNode> invalid(String name, String hex) {
        return invalid(name, ofHex(hex));
    }

    private static Stream<DynamicNode> invalid(String name, byte[] bytes) {
        return Stream.of(
                        refused(name, 1007, new ClientBytes().frame(FIN | TEXT, bytes)),
                        refused(name + " byte by byte", 1007, new ClientBytes().fragments(TEXT, bytes, 1)))
                .flatMap(tests -> tests);
    }
}
