package io.tidings.protocol.socketio;

import static io.tidings.protocol.socketio.Client.isRefused;
import static io.tidings.protocol.socketio.Client.sends;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.protocol.Bytes;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text messages that no well-behaved client sends. */
class TextVectorsTest {

    @DisplayName("P-10, P-11 ack ids end at 2^53-1, in linear time")
    @Timeout(10)
    @Test
    void refusesAckIdsThatAreNoSafeIntegers() {
        assertThat(isRefused("29007199254740992[\"x\"]")).isEqualTo("malformed ack id");
        assertThat(isRefused("2" + "9".repeat(16) + "[\"x\"]")).isEqualTo("malformed ack id");
        assertThat(isRefused("2" + "9".repeat(30) + "[\"x\"]")).isEqualTo("malformed ack id");
        assertThat(isRefused("2" + "9".repeat(60_000) + "[\"x\"]")).isEqualTo("malformed ack id");
        assertThat(isRefused("2" + "9".repeat(999_990))).isEqualTo("malformed ack id");
        assertThat(isRefused("318446744073709551617[]")).isEqualTo("malformed ack id");
    }

    @DisplayName("P-12, P-13 what is not an ack id")
    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "2٣[\"x\"]",
                "2Ⅷ[\"x\"]",
                "2a[\"x\"]",
                "2abc[\"message-with-ack\",1]",
                "2 [\"x\"]",
                "2\n[\"x\"]",
                "2\t[\"x\"]",
                "21 [\"x\"]",
                "2 1[\"x\"]",
                "2-1[\"x\"]",
                "2+1[\"x\"]",
                "21.0[\"x\"]",
                "21e0[\"x\"]",
                "201[\"x\"]",
                "200[\"x\"]",
                "20x1[\"x\"]",
                "2/a, [\"x\"]",
                "2,[\"x\"]",
                "2/a,,[\"x\"]",
                "2/a[\"x\"]"
            })
    void refusesWhatIsNoAckId(String text) {
        isRefused(text);
    }

    @DisplayName("P-25 events without a name, and payloads that are no events")
    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "2[{\"toString\":\"foo\"}]", "2[true,\"foo\"]", "2[false]", "2[null,\"bar\"]", "2[[\"a\"],1]", "2[]",
                        "2{}",
                "2\"x\"", "2null", "2", "213", "2/a,", "2/a", "2/a,13"
            })
    void refusesEventsWithoutName(String text) {
        isRefused(text);
    }

    @Test
    @DisplayName("P-25 a number names an event, too")
    void takesANumberForAName() {
        assertThat(sends("2[1,\"x\"]").payload().eventName()).isEqualTo("1");
    }

    @DisplayName("P-26 reserved names, plain and escaped")
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "2[\"connect\"]",
                "2[\"connect_error\"]",
                "2[\"disconnect\",\"1\"]",
                "2[\"disconnecting\"]",
                "2[\"newListener\"]",
                "2[\"removeListener\"]",
                "2[\"\\u0063onnect\"]",
                "2[\"connec\\u0074\"]",
                "2[ \"\\u0072\\u0065\\u006D\\u006f\\u0076\\u0065\\u004c\\u0069\\u0073\\u0074\\u0065\\u006e\\u0065\\u0072\"]",
                "2/admin,1[\"disconnect\"]",
                "51-[\"connect\",{\"_placeholder\":true,\"num\":0}]"
            })
    void refusesReservedNames(String text) {
        assertThat(isRefused(text)).isEqualTo("reserved event name");
    }

    @DisplayName("P-26, P-30 ordinary names that look special")
    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "error",
                "message",
                "__proto__",
                "constructor",
                "hasOwnProperty",
                "toString",
                "Connect",
                "connecting",
                "connect ",
                "",
                "reconnect"
            })
    void takesOrdinaryNames(String name) {
        assertThat(sends("2[\"" + name + "\",\"x\"]").payload().eventName()).isEqualTo(name);
        assertThat(sends("313[\"connect\"]").type()).isEqualTo(SocketPacket.Type.ACK);
    }

    static Stream<Bytes> packetsWithoutType() {
        return Stream.concat(
                Stream.of("", "9", "999", "7", "-1", "x", " 2[\"x\"]", "٢[\"x\"]", "\ufeff2[\"x\"]", "[\"x\"]", "/a,")
                        .map(Bytes::utf8),
                Stream.of(new byte[] {0}, new byte[] {(byte) 0xFF}, new byte[] {(byte) 0xB2})
                        .map(Bytes::wrap));
    }

    @DisplayName("P-27 packets without a type")
    @ParameterizedTest(name = "{index}")
    @MethodSource("packetsWithoutType")
    void refusesPacketsWithoutType(Bytes text) {
        assertThat(isRefused(text)).isIn("empty packet", "unknown packet type");
    }

    @DisplayName("P-28 connects and disconnects with what does not belong to them")
    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "0[]",
                "0null",
                "0\"x\"",
                "0/admin,\"invalid",
                "0/admin,\"x\"",
                "0 {}",
                "0{",
                "0{}x",
                "0{}{}",
                "0{\"a\":}",
                "00",
                "01{}",
                "0/admin,1{}",
                "1{}",
                "1/admin,{}",
                "1[]",
                "1 ",
                "10",
                "1/admin,0",
                "4\"x\"",
                "4{}",
                "4",
                "4/admin,{\"message\":\"x\"}",
                "3[]",
                "3",
                "313",
                "313{}",
                "313\"x\"",
                "3/a,[]"
            })
    void refusesPayloadsOfTheWrongKind(String text) {
        isRefused(text);
    }

    @DisplayName("P-33 names of namespaces are taken as they stand")
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"/%00", "/../admin", "/admin?token=1", "/ADMIN", "/ａdmin", "/\u0000", "/ ", "/a/b", "//", "/1"})
    void takesNamespacesAsTheyStand(String namespace) {
        assertThat(sends("0" + namespace + ",{}").namespace()).isEqualTo(namespace);
        assertThat(sends("0" + namespace).namespace()).isEqualTo(namespace);
    }

    @Test
    @DisplayName("P-33 a namespace of a megabyte")
    void refusesANamespaceOfAMegabyte() {
        assertThat(isRefused("0/" + "a".repeat(999_990) + ",")).isEqualTo("namespace too long");
        assertThat(isRefused("0/" + "a".repeat(999_990))).isEqualTo("namespace too long");
    }
}
