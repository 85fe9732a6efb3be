package io.tidings.protocol.websocket;

import static io.tidings.protocol.websocket.ClientBytes.CLOSE;
import static io.tidings.protocol.websocket.ClientBytes.CONTINUATION;
import static io.tidings.protocol.websocket.ClientBytes.FIN;
import static io.tidings.protocol.websocket.ClientBytes.TEXT;
import static io.tidings.protocol.websocket.ClientBytes.ofHex;
import static io.tidings.protocol.websocket.FrameVectorsTest.refused;
import static io.tidings.protocol.websocket.FrameVectorsTest.vector;

import io.tidings.protocol.websocket.RecordingSink.Close;
import io.tidings.protocol.websocket.RecordingSink.Text;
import io.tidings.protocol.websocket.Slicing.Refused;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Autobahn's case group 7 and the close frames of W-08 and W-09. */
class CloseVectorsTest {

    @TestFactory
    Stream<DynamicNode> nothingIsHeardAfterAClose() {
        return Stream.of(
                        vector(
                                "7.1.1 close after a message",
                                new ClientBytes().text("Hello World!").close(1000, ""),
                                new Text("Hello World!"),
                                new Close(1000, "")),
                        vector(
                                "7.1.2 two closes",
                                new ClientBytes().close(1000, "").close(1000, ""),
                                new Close(1000, "")),
                        vector(
                                "7.1.3 W-09 ping after close",
                                new ClientBytes().close(1000, "").ping(""),
                                new Close(1000, "")),
                        vector(
                                "7.1.4 W-09 text after close",
                                new ClientBytes().close(1000, "").text("x"),
                                new Close(1000, "")),
                        vector(
                                "7.1.5 W-09 close inside a fragmented message",
                                new ClientBytes()
                                        .frame(TEXT, "fragment1")
                                        .close(1000, "")
                                        .frame(FIN | CONTINUATION, "fragment2"),
                                new Close(1000, "")),
                        vector(
                                "7.1.6 W-09 256 KiB after close",
                                new ClientBytes()
                                        .close(1000, "")
                                        .text("A".repeat(256 * 1024))
                                        .ping(""),
                                new Close(1000, "")),
                        vector(
                                "W-09 broken frames after close",
                                new ClientBytes().close(1001, "away").hex("FFFFFFFFFFFF"),
                                new Close(1001, "away")))
                .flatMap(tests -> tests);
    }

    @TestFactory
    Stream<DynamicNode> theBodyOfACloseIsChecked() {
        return Stream.of(
                        vector(
                                "7.3.1 close without body",
                                new ClientBytes().frame(FIN | CLOSE, ""),
                                new Close(1005, "")),
                        refused("7.3.2 W-08 1-byte body", 1002, new ClientBytes().frame(FIN | CLOSE, "a")),
                        vector("7.3.3 code alone", new ClientBytes().close(1000, ""), new Close(1000, "")),
                        vector(
                                "7.3.4 code and reason",
                                new ClientBytes().close(1000, "Hello World!"),
                                new Close(1000, "Hello World!")),
                        vector(
                                "7.3.5 W-14 longest reason",
                                new ClientBytes().close(1000, "*".repeat(123)),
                                new Close(1000, "*".repeat(123))),
                        refused("7.3.6 reason too long", 1002, new ClientBytes().close(1000, "*".repeat(124))),
                        refused(
                                "7.5.1 W-08 reason is not UTF-8",
                                1007,
                                new ClientBytes().close(1000, ofHex("CEBAE1BDB9CF83CEBCCEB5EDA080656469746564"))),
                        refused(
                                "7.5.1 W-08 reason ends within a character",
                                1007,
                                new ClientBytes().close(1000, ofHex("E282"))))
                .flatMap(tests -> tests);
    }

    @TestFactory
    Stream<DynamicNode> codesThatMayTravelAreTaken() {
        return IntStream.of(
                        1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999)
                .boxed()
                .flatMap(code -> vector(
                        "7.7 close code %d".formatted(code),
                        new ClientBytes().close(code, "why"),
                        new Close(code, "why")));
    }

    @TestFactory
    Stream<DynamicNode> codesThatMayNotTravelEndTheConnection() {
        return IntStream.of(0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 32_768, 65_535)
                .boxed()
                .flatMap(code ->
                        refused("7.9 W-08 close code %d".formatted(code), 1002, new ClientBytes().close(code, "")));
    }

    @TestFactory
    Stream<DynamicNode> anErrorBehindACloseIsNotHeard() {
        return vector(
                "7.9 W-09 illegal close after a message",
                new ClientBytes().text("kept").close(1006, ""),
                new Text("kept"),
                new Refused(1002));
    }
}
