package io.tidings.protocol.websocket;

import static io.tidings.protocol.websocket.ClientBytes.BINARY;
import static io.tidings.protocol.websocket.ClientBytes.TEXT;
import static io.tidings.protocol.websocket.ClientBytes.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.websocket.RecordingSink.Binary;
import io.tidings.protocol.websocket.RecordingSink.Text;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Autobahn's case groups 1, 9 and 10: messages of every size, whole and in fragments of every size. */
class SizeVectorsTest {

    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;
    private static final int LARGE = 256 * KIB;

    @TestFactory
    Stream<DynamicNode> messagesAroundEachFormOfTheLengthArriveWhole() {
        return IntStream.of(0, 1, 125, 126, 127, 128, 65_535, 65_536, 65_537)
                .boxed()
                .flatMap(size -> Stream.concat(
                        text("1.1 text of %d bytes".formatted(size), size, Integer.MAX_VALUE),
                        binary("1.2 binary of %d bytes".formatted(size), size, Integer.MAX_VALUE)));
    }

    @TestFactory
    Stream<DynamicNode> messagesUpTo16MebibytesArriveWhole() {
        return IntStream.of(64 * KIB, 256 * KIB, MIB, 4 * MIB, 8 * MIB, 16 * MIB)
                .boxed()
                .flatMap(size -> Stream.concat(
                        text("9.1 text of %d bytes".formatted(size), size, Integer.MAX_VALUE),
                        binary("9.2 binary of %d bytes".formatted(size), size, Integer.MAX_VALUE)));
    }

    @TestFactory
    Stream<DynamicNode> fragmentsOfAnySizeMakeOneMessage() {
        return IntStream.of(256, KIB, 4 * KIB, 16 * KIB, 64 * KIB, 256 * KIB, MIB, 4 * MIB)
                .boxed()
                .flatMap(fragment -> Stream.concat(
                        text("9.3 4 MiB of text in fragments of %d".formatted(fragment), 4 * MIB, fragment),
                        binary("9.4 4 MiB of bytes in fragments of %d".formatted(fragment), 4 * MIB, fragment)));
    }

    @TestFactory
    Stream<DynamicNode> fragmentsCutAtTheSizeOfAPacketMakeOneMessage() {
        return Stream.concat(
                text("10.1 64 KiB of text in fragments of 1300", 64 * KIB, 1300),
                binary("W-05 16384 fragments of one byte", 16_384, 1));
    }

    private static Stream<DynamicNode> text(String name, int size, int fragment) {
        String text = "*ö".repeat(size / 3) + "*".repeat(size % 3);
        return vector(name, new ClientBytes().fragments(TEXT, utf8(text), fragment), new Text(text), size);
    }

    private static Stream<DynamicNode> binary(String name, int size, int fragment) {
        byte[] payload = new byte[size];
        new Random(size).nextBytes(payload);
        ClientBytes sent = new ClientBytes().fragments(BINARY, payload, fragment);
        return vector(name, sent, new Binary(Bytes.wrap(payload)), size);
    }

    private static Stream<DynamicNode> vector(String name, ClientBytes sent, Object heard, int size) {
        byte[] bytes = sent.toArray();
        Stream<Slicing> slicings =
                size < LARGE ? Stream.of(Slicing.values()) : Stream.of(Slicing.WHOLE, Slicing.RANDOM_LARGE);
        return slicings.map(slicing -> DynamicTest.dynamicTest(name + ", " + slicing, () -> {
            FrameReader reader = new FrameReader(FrameLimits.ofMessage(16 * MIB));
            assertThat(slicing.read(reader, bytes).equals(List.of(heard)))
                    .as("arrived unchanged and alone")
                    .isTrue();
        }));
    }
}
