package io.tidings.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.api.HttpHandshake;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.Payload;
import io.tidings.socketio.Said;
import io.tidings.socketio.SocketCopy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PartCodecTest {

    static SocketCopy socket(String id) {
        return socket(id, "anna");
    }

    private static SocketCopy socket(String id, @Nullable String user) {
        return new SocketCopy(
                id,
                new HttpHandshake(
                        Instant.ofEpochMilli(1_700_000_000_123L),
                        "10.0.0.7",
                        true,
                        "/socket.io/?EIO=4",
                        List.of("EIO", "4"),
                        List.of("Accept", "*/*", "X-Grüße", "📯"),
                        null,
                        Set.of("admin")),
                Bytes.utf8("{\"token\":1}"),
                user,
                Set.of(id, "lobby"),
                Map.of("player", Bytes.utf8("{\"level\":3}")));
    }

    @Test
    void readsSocketsAsTheyWereWritten() {
        for (String user : new @Nullable String[] {"anna", "", null}) {
            SocketCopy socket = socket("a", user);

            assertThat(SocketCodec.SOCKET.decode(SocketCodec.SOCKET.encode(socket)))
                    .isEqualTo(socket);
        }
    }

    @Test
    void readsWhatWasSaidAsItWasWritten() {
        Payload payload = Payload.of(Bytes.utf8("[1]"), List.of(Bytes.utf8("x"), Bytes.EMPTY));
        Said said = new Said("id", payload);

        assertThat(PartCodec.SAID.decode(PartCodec.SAID.encode(said))).isEqualTo(said);
        assertThat(PartCodec.COUNT.decode(PartCodec.COUNT.encode(Long.MAX_VALUE)))
                .isEqualTo(Long.MAX_VALUE);
        Map<String, Long> rooms = Map.of("a", 1L, "ü", 200L);
        assertThat(PartCodec.ROOMS.decode(PartCodec.ROOMS.encode(rooms))).isEqualTo(rooms);
    }

    @Test
    void refusesHeadersWithoutValueAndWhatFollowsTheEnd() {
        WireWriter writer = new WireWriter(64);
        writer.text("id").number(1).text("a").flag(false).text("/").number(1).text("odd");
        assertThatThrownBy(() -> SocketCodec.SOCKET.decode(writer.toBytes())).isInstanceOf(DamagedException.class);

        Bytes longer = Bytes.utf8(PartCodec.COUNT.encode(5L).toUtf8String() + "x");
        assertThatThrownBy(() -> PartCodec.COUNT.decode(longer)).isInstanceOf(DamagedException.class);
    }
}
