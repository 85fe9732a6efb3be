package io.tidings.protocol.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.protocol.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodedPacketTest {

    private static final Bytes ONE = Bytes.wrap(new byte[] {1, 2, 3});
    private static final Bytes TWO = Bytes.wrap(new byte[] {4, 5, 6});
    private static final Payload BINARY = Payload.of(
            Bytes.utf8("[\"x\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]"),
            List.of(ONE, TWO));

    @Test
    void looksAsTheProtocolShowsIt() {
        Payload hello = Payload.of(Bytes.utf8("[\"hello\",1]"));
        Payload object = Payload.of(Bytes.utf8("{\"sid\":\"oSO0OpakMV_3jnilAAAA\"}"));

        assertThat(text(SocketPacket.connect("/", object))).isEqualTo("0{\"sid\":\"oSO0OpakMV_3jnilAAAA\"}");
        assertThat(text(SocketPacket.connect("/", Payload.NONE))).isEqualTo("0");
        assertThat(text(SocketPacket.connect("/admin", object)))
                .isEqualTo("0/admin,{\"sid\":\"oSO0OpakMV_3jnilAAAA\"}");
        assertThat(text(SocketPacket.disconnect("/admin"))).isEqualTo("1/admin,");
        assertThat(text(SocketPacket.disconnect("/"))).isEqualTo("1");
        assertThat(text(SocketPacket.event("/", hello))).isEqualTo("2[\"hello\",1]");
        assertThat(text(SocketPacket.event("/admin", 456, hello))).isEqualTo("2/admin,456[\"hello\",1]");
        assertThat(text(SocketPacket.event("/", 0, hello))).isEqualTo("20[\"hello\",1]");
        assertThat(text(SocketPacket.ack("/", SocketPacket.MAX_ACK_ID, hello)))
                .isEqualTo("39007199254740991[\"hello\",1]");
        assertThat(text(SocketPacket.connectError("/é", Payload.of(Bytes.utf8("{\"message\":\"no\"}")))))
                .isEqualTo("4/é,{\"message\":\"no\"}");
    }

    @Test
    void announcesItsAttachments() {
        EncodedPacket event = EncodedPacket.of(SocketPacket.event("/", BINARY));

        assertThat(event.text().toUtf8String())
                .isEqualTo("52-[\"x\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]");
        assertThat(event.attachments()).containsExactly(ONE, TWO);
        assertThat(text(SocketPacket.ack("/admin", 10, BINARY))).startsWith("62-/admin,10[");
    }

    @Test
    void isTheSameEachTimeForItChangesNothing() {
        SocketPacket packet = SocketPacket.event("/", BINARY);

        EncodedPacket first = EncodedPacket.of(packet);
        EncodedPacket second = EncodedPacket.of(packet);

        assertThat(second).isEqualTo(first);
        assertThat(packet).isEqualTo(SocketPacket.event("/", BINARY));
    }

    @Test
    void countsTenAttachmentsInTwoDigits() {
        Payload ten = Payload.of(Bytes.utf8("[]"), List.of(ONE, ONE, ONE, ONE, ONE, TWO, TWO, TWO, TWO, TWO));

        assertThat(text(SocketPacket.ack("/", 9, ten))).isEqualTo("610-9[]");
        assertThat(text(SocketPacket.ack("/", 100, ten))).isEqualTo("610-100[]");
    }

    private static String text(SocketPacket packet) {
        return EncodedPacket.of(packet).text().toUtf8String();
    }
}
