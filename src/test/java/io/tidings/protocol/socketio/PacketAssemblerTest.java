package io.tidings.protocol.socketio;

import static io.tidings.protocol.socketio.Client.isRefused;
import static io.tidings.protocol.socketio.Client.sends;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.ProtocolException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacketAssemblerTest {

    private static final Bytes ONE = Bytes.wrap(new byte[] {1, 2, 3});
    private static final Bytes TWO = Bytes.wrap(new byte[] {4, 5, 6});

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "0|CONNECT|/|-1|§§",
                "0{}|CONNECT|/|-1|{}",
                "0{\"token\":\"123\"}|CONNECT|/|-1|{\"token\":\"123\"}",
                "0/custom|CONNECT|/custom|-1|§§",
                "0/custom,|CONNECT|/custom|-1|§§",
                "0/custom,{\"token\":\"abc\"}|CONNECT|/custom|-1|{\"token\":\"abc\"}",
                "1|DISCONNECT|/|-1|§§",
                "1/custom|DISCONNECT|/custom|-1|§§",
                "1/custom,|DISCONNECT|/custom|-1|§§",
                "2[\"message\",1,\"2\",{\"3\":[true]}]|EVENT|/|-1|[\"message\",1,\"2\",{\"3\":[true]}]",
                "2456[\"message-with-ack\",1]|EVENT|/|456|[\"message-with-ack\",1]",
                "20[\"x\"]|EVENT|/|0|[\"x\"]",
                "29007199254740991[\"x\"]|EVENT|/|9007199254740991|[\"x\"]",
                "2/custom,[\"x\"]|EVENT|/custom|-1|[\"x\"]",
                "2/custom,12[\"x\"]|EVENT|/custom|12|[\"x\"]",
                "2/12,12[\"x\"]|EVENT|/12|12|[\"x\"]",
                "2[1,\"x\"]|EVENT|/|-1|[1,\"x\"]",
                "313[]|ACK|/|13|[]",
                "3/custom,0[null]|ACK|/custom|0|[null]"
            })
    void readsEveryFormOfATextPacket(String text, SocketPacket.Type type, String namespace, long ackId, String json) {
        SocketPacket packet = sends(text);

        assertThat(packet).isEqualTo(new SocketPacket(type, namespace, ackId, Payload.of(Bytes.utf8(json))));
    }

    @Test
    void leavesWhiteSpaceWithinAndBehindTheArray() {
        assertThat(sends("2[ \"x\" ]\n").payload().json()).isEqualTo(Bytes.utf8("[ \"x\" ]\n"));
    }

    @Test
    @DisplayName("P-35 takes / for the main namespace, however it is written")
    void takesASlashForTheMainNamespace() {
        assertThat(sends("0/,").namespace()).isSameAs(SocketPacket.MAIN_NAMESPACE);
        assertThat(sends("0/").namespace()).isSameAs(SocketPacket.MAIN_NAMESPACE);
        assertThat(sends("2/,[\"x\"]").namespace()).isSameAs(SocketPacket.MAIN_NAMESPACE);
        assertThat(sends("2[\"x\"]").namespace()).isSameAs(SocketPacket.MAIN_NAMESPACE);
        assertThat(sends("1//,").namespace()).isEqualTo("//");
    }

    @Test
    void gathersTheAttachmentsOfAPacket() {
        PacketAssembler assembler = Client.assembler();
        String json = "[\"message\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]";

        assertThat(assembler.text(Bytes.utf8("52-/custom,789" + json))).isEmpty();
        assertThat(assembler.binary(ONE)).isEmpty();
        assertThat(assembler.binary(TWO))
                .contains(SocketPacket.event("/custom", 789, Payload.of(Bytes.utf8(json), List.of(ONE, TWO))));
    }

    @Test
    void gathersTheAttachmentsOfAnAcknowledgement() {
        PacketAssembler assembler = Client.assembler();
        String json = "[{\"_placeholder\":true,\"num\":0}]";

        assertThat(assembler.text(Bytes.utf8("61-13" + json))).isEmpty();
        assertThat(assembler.binary(Bytes.EMPTY))
                .contains(SocketPacket.ack("/", 13, Payload.of(Bytes.utf8(json), List.of(Bytes.EMPTY))));
    }

    @Test
    void startsAnewAfterEachPacket() {
        PacketAssembler assembler = Client.assembler();
        for (int i = 0; i < 3; i++) {
            assertThat(assembler.text(Bytes.utf8("2[\"x\"]"))).isPresent();
            assertThat(assembler.text(Bytes.utf8("51-[\"x\",{\"_placeholder\":true,\"num\":0}]")))
                    .isEmpty();
            assertThat(assembler.binary(ONE)).isPresent();
        }
    }

    @Test
    void tellsWhatItHoldsBack() {
        PacketAssembler assembler = Client.assembler();
        String json = "[{\"_placeholder\":true,\"num\":1},{\"_placeholder\":true,\"num\":0}]";
        assertThat(assembler.isAssembling()).isFalse();
        assertThat(assembler.pendingNamespace()).isEmpty();

        assembler.text(Bytes.utf8("62-/custom,1" + json));
        assertThat(assembler.isAssembling()).isTrue();
        assertThat(assembler.pendingBytes()).isEqualTo(json.length());
        assertThat(assembler.pendingNamespace()).contains("/custom");

        assembler.binary(ONE);
        assertThat(assembler.pendingBytes()).isEqualTo(json.length() + 3);

        assembler.binary(TWO);
        assertThat(assembler.isAssembling()).isFalse();
        assertThat(assembler.pendingBytes()).isZero();
        assertThat(assembler.pendingNamespace()).isEmpty();
    }

    @Test
    @DisplayName("P-04 forgets a packet that will not be completed")
    void forgetsAPacketThatWillNotBeCompleted() {
        PacketAssembler assembler = Client.assembler();
        assembler.text(Bytes.utf8("61-1[{\"_placeholder\":true,\"num\":0}]"));

        assembler.discard();

        assertThat(assembler.isAssembling()).isFalse();
        assertThat(assembler.pendingBytes()).isZero();
        assertThatThrownBy(() -> assembler.binary(ONE)).isInstanceOf(ProtocolException.class);
        assertThat(assembler.text(Bytes.utf8("2[\"x\"]"))).isPresent();
    }

    @Test
    void refusesTheNamespaceThatPassesTheLimitInBytes() {
        assertThat(sends("0/" + "a".repeat(255) + ",").namespace()).hasSize(256);
        assertThat(sends("0/" + "a".repeat(255)).namespace()).hasSize(256);
        assertThat(isRefused("0/" + "a".repeat(256) + ",")).isEqualTo("namespace too long");
        assertThat(isRefused("0/" + "a".repeat(256))).isEqualTo("namespace too long");
        assertThat(isRefused("0/" + "é".repeat(128) + ",")).isEqualTo("namespace too long");
    }

    @Test
    void doesWithoutAttachmentsWhereNoneAreAllowed() {
        PacketAssembler assembler = new PacketAssembler(new PacketLimits(0, 1000, 10, 10));

        assertThatThrownBy(() -> assembler.text(Bytes.utf8("51-[\"x\",{\"_placeholder\":true,\"num\":0}]")))
                .hasMessage("too many attachments");
    }
}
