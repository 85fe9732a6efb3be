package io.tidings.protocol.websocket;

import static io.tidings.protocol.websocket.ClientBytes.CLOSE;
import static io.tidings.protocol.websocket.ClientBytes.CONTINUATION;
import static io.tidings.protocol.websocket.ClientBytes.FIN;
import static io.tidings.protocol.websocket.ClientBytes.PING;
import static io.tidings.protocol.websocket.ClientBytes.PONG;
import static io.tidings.protocol.websocket.ClientBytes.RSV1;
import static io.tidings.protocol.websocket.ClientBytes.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.websocket.RecordingSink.Ping;
import io.tidings.protocol.websocket.RecordingSink.Pong;
import io.tidings.protocol.websocket.RecordingSink.Text;
import io.tidings.protocol.websocket.Slicing.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Autobahn's case groups 2 to 5 and the hostile frames W-03, W-07 and W-08, each cut in several ways. */
class FrameVectorsTest {

    private static final FrameLimits LIMITS = FrameLimits.ofMessage(1_000_000);

    @TestFactory
    Stream<DynamicNode> controlFramesMayBeEmptyAndHaveUpTo125Bytes() {
        String longest = "p".repeat(125);
        List<Object> tenPings = new ArrayList<>();
        ClientBytes ten = new ClientBytes();
        for (int i = 0; i < 10; i++) {
            ten.ping("payload-" + i);
            tenPings.add(new Ping(Bytes.utf8("payload-" + i)));
        }
        return Stream.of(
                        vector("2.1 empty ping", new ClientBytes().ping(""), new Ping(Bytes.EMPTY)),
                        vector(
                                "2.2 ping with payload",
                                new ClientBytes().ping("Hello, world!"),
                                new Ping(Bytes.utf8("Hello, world!"))),
                        vector(
                                "2.3 ping with bytes that are not text",
                                new ClientBytes().frame(FIN | PING, new byte[] {0, -1, -2, -3, -4, -5, 0, -1}),
                                new Ping(Bytes.wrap(new byte[] {0, -1, -2, -3, -4, -5, 0, -1}))),
                        vector(
                                "2.4 W-10 ping with 125 bytes",
                                new ClientBytes().ping(longest),
                                new Ping(Bytes.utf8(longest))),
                        refused("2.5 W-08 ping with 126 bytes", 1002, new ClientBytes().ping(longest + "p")),
                        vector("2.7 unsolicited empty pong", new ClientBytes().pong(""), new Pong(Bytes.EMPTY)),
                        vector(
                                "2.8 unsolicited pong",
                                new ClientBytes().pong("unsolicited"),
                                new Pong(Bytes.utf8("unsolicited"))),
                        vector("2.10 ten pings", ten, tenPings.toArray()))
                .flatMap(tests -> tests);
    }

    @TestFactory
    Stream<DynamicNode> reservedBitsEndTheConnection() {
        return IntStream.range(1, 8)
                .boxed()
                .flatMap(rsv -> IntStream.of(TEXT, 2, CLOSE, PING, PONG)
                        .boxed()
                        .flatMap(opcode -> refused(
                                "3.%d W-08 RSV %d on opcode %d".formatted(rsv, rsv, opcode),
                                1002,
                                new ClientBytes().frame(FIN | (rsv << 4) | opcode, ""))));
    }

    @TestFactory
    Stream<DynamicNode> reservedOpcodesEndTheConnection() {
        return IntStream.of(3, 4, 5, 6, 7, 11, 12, 13, 14, 15)
                .boxed()
                .flatMap(opcode -> Stream.concat(
                        refused("4 W-08 opcode %d".formatted(opcode), 1002, new ClientBytes().frame(FIN | opcode, "")),
                        vector(
                                "4 W-08 opcode %d after a message".formatted(opcode),
                                new ClientBytes().text("before").frame(FIN | opcode, "x"),
                                new Text("before"),
                                new Refused(1002))));
    }

    @TestFactory
    Stream<DynamicNode> fragmentsComeInOrder() {
        return Stream.of(
                        refused(
                                "5.1 W-08 fragmented ping",
                                1002,
                                new ClientBytes().frame(PING, "a").frame(FIN, "b")),
                        refused(
                                "5.2 W-08 fragmented pong",
                                1002,
                                new ClientBytes().frame(PONG, "a").frame(FIN, "b")),
                        refused(
                                "W-08 fragmented close",
                                1002,
                                new ClientBytes().frame(CLOSE, "").frame(FIN, "")),
                        vector(
                                "5.3 text in two fragments",
                                new ClientBytes().frame(TEXT, "one").frame(FIN | CONTINUATION, "two"),
                                new Text("onetwo")),
                        vector(
                                "5.6 ping between fragments",
                                new ClientBytes().frame(TEXT, "one").ping("p").frame(FIN | CONTINUATION, "two"),
                                new Ping(Bytes.utf8("p")),
                                new Text("onetwo")),
                        refused("5.9 W-08 last continuation of nothing", 1002, new ClientBytes().frame(FIN, "x")),
                        refused("5.10 continuation of nothing", 1002, new ClientBytes().frame(CONTINUATION, "x")),
                        vector(
                                "5.15 W-08 continuation after a whole message",
                                new ClientBytes()
                                        .frame(TEXT, "one")
                                        .frame(FIN | CONTINUATION, "two")
                                        .frame(CONTINUATION, "x"),
                                new Text("onetwo"),
                                new Refused(1002)),
                        refused(
                                "5.18 W-08 text inside text",
                                1002,
                                new ClientBytes().frame(TEXT, "one").frame(FIN | TEXT, "two")),
                        vector(
                                "5.19 five fragments and pings between them",
                                new ClientBytes()
                                        .frame(TEXT, "1")
                                        .frame(CONTINUATION, "2")
                                        .ping("p1")
                                        .frame(CONTINUATION, "3")
                                        .frame(CONTINUATION, "4")
                                        .ping("p2")
                                        .frame(FIN | CONTINUATION, "5"),
                                new Ping(Bytes.utf8("p1")),
                                new Ping(Bytes.utf8("p2")),
                                new Text("12345")))
                .flatMap(tests -> tests);
    }

    @TestFactory
    Stream<DynamicNode> everyFrameOfAClientIsMasked() {
        return Stream.of(
                        refused("W-07 unmasked text", 1002, new ClientBytes().unmasked(FIN | TEXT, "hello")),
                        refused("W-07 unmasked empty text", 1002, new ClientBytes().unmasked(FIN | TEXT, "")),
                        refused("W-07 unmasked ping", 1002, new ClientBytes().unmasked(FIN | PING, "hello")),
                        refused("W-07 unmasked close", 1002, new ClientBytes().unmasked(FIN | CLOSE, "")),
                        refused(
                                "W-07 unmasked big text",
                                1002,
                                new ClientBytes().unmasked(FIN | TEXT, "x".repeat(70_000))),
                        refused("W-08 RSV1 without extension", 1002, new ClientBytes().frame(FIN | RSV1 | TEXT, "x")))
                .flatMap(tests -> tests);
    }

    @TestFactory
    Stream<DynamicNode> announcedLengthsAreJudgedBeforeAnythingIsAllocated() {
        return Stream.of(
                        refused("W-03 2 GiB announced", 1009, new ClientBytes().hex("81FF 000000007FFFFFFF 00000000")),
                        refused("W-03 negative length", 1002, new ClientBytes().hex("81FF FFFFFFFFFFFFFFFF 00000000")),
                        refused("W-03 smallest negative length", 1002, new ClientBytes().hex("82FF 8000000000000000")),
                        refused("W-03 longest length", 1009, new ClientBytes().hex("82FF 7FFFFFFFFFFFFFFF 00000000")),
                        refused(
                                "W-03 4 GiB and one byte",
                                1009,
                                new ClientBytes().hex("82FF 0000000100000001 00000000")),
                        refused("W-03 5 bytes in 16 bits", 1002, new ClientBytes().hex("81FE 0005")),
                        refused(
                                "W-03 125 bytes in 16 bits, all of them there",
                                1002,
                                new ClientBytes().hex("82FE 007D 00000000" + "00".repeat(125))),
                        refused("W-03 5 bytes in 64 bits", 1002, new ClientBytes().hex("81FF 0000000000000005")),
                        refused("W-03 65535 bytes in 64 bits", 1002, new ClientBytes().hex("81FF 000000000000FFFF")),
                        refused("W-08 ping with a long length", 1002, new ClientBytes().hex("89FE")),
                        refused("W-08 close with a very long length", 1002, new ClientBytes().hex("88FF")))
                .flatMap(tests -> tests);
    }

    static Stream<DynamicNode> refused(String name, int closeCode, ClientBytes sent) {
        return vector(name, sent, new Refused(closeCode));
    }

    static Stream<DynamicNode> vector(String name, ClientBytes sent, Object... heard) {
        byte[] bytes = sent.toArray();
        return Stream.of(Slicing.values())
                .map(slicing -> DynamicTest.dynamicTest(
                        name + ", " + slicing,
                        () -> assertThat(slicing.read(new FrameReader(LIMITS), bytes))
                                .containsExactly(heard)));
    }
}
