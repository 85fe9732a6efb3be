package io.tidings.cluster;

import io.tidings.api.HttpHandshake;
import io.tidings.protocol.Bytes;
import io.tidings.socketio.SocketCopy;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sockets with all that is told of them. */
final class SocketCodec implements PartCodec<SocketCopy> {

    static final PartCodec<SocketCopy> SOCKET = new SocketCodec();

    private SocketCodec() {}

    @Override
    public void write(SocketCopy socket, WireWriter to) {
        HttpHandshake http = socket.http();
        to.text(socket.id())
                .number(http.time().toEpochMilli())
                .text(http.remoteAddress())
                .flag(http.secure())
                .text(http.url())
                .texts(http.query())
                .texts(http.headers())
                .texts(http.roles())
                .bytes(socket.auth());
        String user = socket.user();
        to.flag(user != null).text(user == null ? "" : user).texts(socket.rooms());
        to.number(socket.data().size());
        socket.data().forEach((name, value) -> to.text(name).bytes(value));
    }

    @Override
    public SocketCopy read(WireReader from) {
        String id = from.text();
        HttpHandshake http = new HttpHandshake(
                time(from.number()), from.text(), from.flag(), from.text(), pairs(from), pairs(from), null, from.set());
        Bytes auth = from.bytes();
        boolean isKnown = from.flag();
        String name = from.text();
        @Nullable String user = isKnown ? name : null;
        return new SocketCopy(id, http, auth, user, from.set(), data(from));
    }

    private static Instant time(long millis) {
        try {
            return Instant.ofEpochMilli(millis);
        } catch (DateTimeException beyondTime) {
            throw new DamagedException("no time");
        }
    }

    private static List<String> pairs(WireReader from) {
        List<String> pairs = from.list();
        if (pairs.size() % 2 != 0) {
            throw new DamagedException("a name without a value");
        }
        return pairs;
    }

    private static Map<String, Bytes> data(WireReader from) {
        Map<String, Bytes> data = new HashMap<>();
        int count = from.count();
        for (int i = 0; i < count; i++) {
            data.put(from.text(), from.bytes());
        }
        return data;
    }
}
