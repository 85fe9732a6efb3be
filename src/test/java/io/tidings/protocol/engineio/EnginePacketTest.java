package io.tidings.protocol.engineio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.ProtocolException;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnginePacketTest {

    @ParameterizedTest
    @CsvSource({"0,OPEN", "1,CLOSE", "2,PING", "3,PONG", "4,MESSAGE", "5,UPGRADE", "6,NOOP"})
    void isKnownByItsDigit(String digit, PacketType type) {
        EnginePacket packet = EnginePacket.ofText(Bytes.utf8(digit + "data"));

        assertThat(packet).isEqualTo(new EnginePacket(type, Bytes.utf8("data"), false));
        assertThat((char) type.digit()).isEqualTo(digit.charAt(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "abc", " 4", "B", "٤", "\u0000", "/", ":"})
    void refusesWhatHasNoType(String text) {
        assertThatThrownBy(() -> EnginePacket.ofText(Bytes.utf8(text))).isInstanceOf(ProtocolException.class);
    }

    @Test
    void isBinaryWhereItsTextIsBase64() {
        assertThat(EnginePacket.ofText(Bytes.utf8("bAQIDBA==")))
                .isEqualTo(EnginePacket.binary(Bytes.wrap(new byte[] {1, 2, 3, 4})));
        assertThat(EnginePacket.ofText(Bytes.utf8("b"))).isEqualTo(EnginePacket.binary(Bytes.EMPTY));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 56, 57, 58, 114, 1000})
    void isBinaryAlsoInTheLinesOfTheJavaClient(int size) {
        byte[] data = new byte[size];
        new Random(size).nextBytes(data);
        String lines = Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(data) + "\n";

        assertThat(EnginePacket.ofText(Bytes.utf8("b" + lines))).isEqualTo(EnginePacket.binary(Bytes.wrap(data)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b!",
                "bA",
                "bAQ",
                "bAQI",
                "bAQ=",
                "bA\nQ",
                "b====",
                "bAQ==AQ==",
                "bAQ I",
                "bAQI\n",
                "bAQID\r",
                "b-_-_"
            })
    void refusesWhatIsNotBase64(String text) {
        assertThatThrownBy(() -> EnginePacket.ofText(Bytes.utf8(text))).isInstanceOf(ProtocolException.class);
    }

    @Test
    void countsItsTypeOnlyWhereItIsText() {
        assertThat(EnginePacket.text("abc").size()).isEqualTo(4);
        assertThat(EnginePacket.text("é").size()).isEqualTo(3);
        assertThat(EnginePacket.binary(Bytes.utf8("abc")).size()).isEqualTo(3);
        assertThat(EnginePacket.PING.size()).isEqualTo(1);
    }

    @Test
    void isCompressibleUnlessSomebodyAsksForTheContrary() {
        EnginePacket packet = EnginePacket.binary(Bytes.utf8("abc"));
        EnginePacket asIs = packet.uncompressed();

        assertThat(packet.compressible()).isTrue();
        assertThat(asIs.compressible()).isFalse();
        assertThat(asIs.uncompressed()).isSameAs(asIs);
        assertThat(asIs).isNotEqualTo(packet).isEqualTo(new EnginePacket(packet.type(), packet.data(), true, false));
    }

    @Test
    void isAProbeByItsDataAlone() {
        assertThat(EnginePacket.ofText(Bytes.utf8("2probe")).isProbe()).isTrue();
        assertThat(EnginePacket.ofText(Bytes.utf8("2prob")).isProbe()).isFalse();
        assertThat(EnginePacket.ofText(Bytes.utf8("2probes")).isProbe()).isFalse();
    }

    @Test
    void costsNoStackTraceWhenItIsWrong() {
        assertThatThrownBy(() -> EnginePacket.ofText(Bytes.EMPTY))
                .satisfies(failure -> assertThat(failure.getStackTrace()).isEmpty());
    }
}
