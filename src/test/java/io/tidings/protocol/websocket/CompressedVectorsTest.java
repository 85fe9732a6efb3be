package io.tidings.protocol.websocket;

import static io.tidings.protocol.websocket.ClientBytes.BINARY;
import static io.tidings.protocol.websocket.ClientBytes.CLOSE;
import static io.tidings.protocol.websocket.ClientBytes.CONTINUATION;
import static io.tidings.protocol.websocket.ClientBytes.FIN;
import static io.tidings.protocol.websocket.ClientBytes.PING;
import static io.tidings.protocol.websocket.ClientBytes.RSV1;
import static io.tidings.protocol.websocket.ClientBytes.TEXT;
import static io.tidings.protocol.websocket.ClientBytes.ofHex;
import static io.tidings.protocol.websocket.ClientBytes.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.websocket.RecordingSink.Binary;
import io.tidings.protocol.websocket.RecordingSink.Ping;
import io.tidings.protocol.websocket.RecordingSink.Text;
import io.tidings.protocol.websocket.Slicing.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Autobahn's case groups 12 and 13, the examples of RFC 7692 and the hostile streams of W-21. */
class CompressedVectorsTest {

    private static final byte[] HELLO = ofHex("F248CDC9C90700");

    @TestFactory
    Stream<DynamicNode> messagesOfAllSizesArriveWithAndWithoutContexts() {
        return IntStream.of(16, 64, 256, 1024, 4096, 8192, 16_384, 32_768, 65_536, 131_072)
                .boxed()
                .flatMap(size -> Stream.of(
                                conversation(true, size, Integer.MAX_VALUE),
                                conversation(true, size, 256),
                                conversation(false, size, Integer.MAX_VALUE),
                                conversation(false, size, 256))
                        .flatMap(tests -> tests));
    }

    @TestFactory
    Stream<DynamicNode> theExamplesOfTheRfcAreUnderstood() {
        ClientBytes second =
                new ClientBytes().frame(FIN | RSV1 | TEXT, HELLO).frame(FIN | RSV1 | TEXT, ofHex("F200110000"));
        return Stream.of(
                        vector("7.2.3.1 one frame", false, frames(HELLO), new Text("Hello")),
                        vector(
                                "7.2.3.1 two fragments",
                                false,
                                new ClientBytes()
                                        .frame(RSV1 | TEXT, ofHex("F248CD"))
                                        .frame(FIN | CONTINUATION, ofHex("C9C90700")),
                                new Text("Hello")),
                        vector("7.2.3.2 shared context", true, second, new Text("Hello"), new Text("Hello")),
                        vector("7.2.3.2 lost context", false, second, new Text("Hello"), new Refused(1007)),
                        vector("7.2.3.3 stored block", false, frames("000500FAFF48656C6C6F00"), new Text("Hello")),
                        vector("7.2.3.4 last block", false, frames("F348CDC9C9070000"), new Text("Hello")),
                        vector(
                                "7.2.3.4 last block, shared context",
                                true,
                                frames("F348CDC9C9070000"),
                                new Text("Hello")),
                        vector("7.2.3.5 two blocks", false, frames("F248050000 00FFFFCAC9C90700"), new Text("Hello")),
                        vector("7.2.3.6 empty message", false, frames("00"), new Text("")))
                .flatMap(tests -> tests);
    }

    @TestFactory
    Stream<DynamicNode> compressedAndPlainMessagesMayAlternate() {
        ClientBytes sent = new ClientBytes()
                .text("plain")
                .frame(RSV1 | TEXT, ofHex("F248CD"))
                .ping("between")
                .frame(FIN | CONTINUATION, ofHex("C9C90700"))
                .binary(utf8("plain again"));
        return both(
                "alternating",
                sent,
                new Text("plain"),
                new Ping(Bytes.utf8("between")),
                new Text("Hello"),
                new Binary(Bytes.utf8("plain again")));
    }

    @TestFactory
    Stream<DynamicNode> rsv1StandsOnTheFirstFrameOfAMessageOnly() {
        return Stream.of(
                        both("W-08 RSV1 on ping", new ClientBytes().frame(FIN | RSV1 | PING, ""), new Refused(1002)),
                        both("W-08 RSV1 on close", new ClientBytes().frame(FIN | RSV1 | CLOSE, ""), new Refused(1002)),
                        both(
                                "W-08 RSV1 on continuation",
                                new ClientBytes().frame(RSV1 | TEXT, HELLO).frame(FIN | RSV1 | CONTINUATION, ""),
                                new Refused(1002)),
                        both("W-08 RSV2", new ClientBytes().frame(FIN | RSV1 | 0x20 | TEXT, HELLO), new Refused(1002)),
                        both("W-08 RSV3", new ClientBytes().frame(FIN | 0x10 | TEXT, HELLO), new Refused(1002)))
                .flatMap(tests -> tests);
    }

    @TestFactory
    Stream<DynamicNode> corruptStreamsAreRefused() {
        return Stream.of(
                        both("W-21 reserved block type", frames("07"), new Refused(1007)),
                        both(
                                "W-21 reserved block type behind text",
                                frames("F248CDC9C90700" + "06FF"),
                                new Refused(1007)),
                        both(
                                "W-21 wrong length of a stored block",
                                frames("000500000048656C6C6F00"),
                                new Refused(1007)),
                        both("W-21 reference before the start", frames("F200110000"), new Refused(1007)),
                        both("W-21 nothing at all", frames(""), new Refused(1007)),
                        both("W-21 stored block cut short", frames("000500FAFF4865"), new Refused(1007)),
                        both(
                                "W-21 compressed text that is not UTF-8",
                                frames("0002 00FDFF C0AF 00"),
                                new Refused(1007)),
                        both(
                                "W-21 compressed text that ends within a character",
                                frames("0001 00FEFF C3 00"),
                                new Refused(1007)))
                .flatMap(tests -> tests);
    }

    @TestFactory
    Stream<DynamicNode> everyCutOfACompressedMessageIsRefused() {
        byte[] whole = compressed(json(300, new Random(1)));
        return IntStream.range(0, whole.length)
                .boxed()
                .flatMap(length -> both(
                        "W-21 first %d of %d bytes".formatted(length, whole.length),
                        frames(Arrays.copyOf(whole, length)),
                        new Refused(1007)));
    }

    private static Stream<DynamicNode> conversation(boolean context, int size, int fragment) {
        Random random = new Random(size);
        ClientBytes sent = new ClientBytes();
        List<Object> heard = new ArrayList<>();
        try (ClientDeflater client = new ClientDeflater(context, size % 10)) {
            for (int i = 0; i < 20; i++) {
                String text = json(size, random);
                byte[] payload = i % 7 == 6 ? client.compressAsWholeStream(utf8(text)) : client.compress(utf8(text));
                boolean binary = i % 2 == 1;
                sent.fragments(RSV1 | (binary ? BINARY : TEXT), payload, fragment);
                heard.add(binary ? new Binary(Bytes.utf8(text)) : new Text(text));
            }
        }
        String name = "12, 13 size %d, fragments up to %d, %s".formatted(size, fragment, context ? "kept" : "dropped");
        return vector(name, context, sent, heard.toArray());
    }

    private static String json(int size, Random random) {
        StringBuilder text = new StringBuilder("{\"ö\":[");
        while (text.length() < size) {
            text.append("{\"id\":").append(random.nextInt()).append(",\"name\":\"tiding\"},");
        }
        return text.toString();
    }

    private static byte[] compressed(String text) {
        try (ClientDeflater client = new ClientDeflater(false, 6)) {
            return client.compress(utf8(text));
        }
    }

    private static ClientBytes frames(String hex) {
        return frames(ofHex(hex));
    }

    private static ClientBytes frames(byte[] payload) {
        return new ClientBytes().frame(FIN | RSV1 | TEXT, payload);
    }

    private static Stream<DynamicNode> both(String name, ClientBytes sent, Object... heard) {
        return Stream.concat(
                vector(name + ", dropped", false, sent, heard), vector(name + ", kept", true, sent, heard));
    }

    private static Stream<DynamicNode> vector(String name, boolean context, ClientBytes sent, Object... heard) {
        byte[] bytes = sent.toArray();
        DeflateAgreement agreement = new DeflateAgreement(context, context, false);
        Stream<Slicing> slicings =
                bytes.length < 100_000 ? Stream.of(Slicing.values()) : Stream.of(Slicing.WHOLE, Slicing.RANDOM_LARGE);
        return slicings.map(slicing -> DynamicTest.dynamicTest(name + ", " + slicing, () -> {
            try (FrameReader reader = new FrameReader(FrameLimits.ofMessage(1_000_000), agreement)) {
                assertThat(slicing.read(reader, bytes)).containsExactly(heard);
            }
        }));
    }
}
