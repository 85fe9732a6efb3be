package io.tidings.cluster;

import io.tidings.api.HttpHandshake;
import io.tidings.protocol.Bytes;
import io.tidings.socketio.Said;
import io.tidings.socketio.SocketCopy;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parts of answers as bytes. */
interface PartCodec<T> {

    PartCodec<Said> SAID = new PartCodec<>() {
        @Override
        public void write(Said said, WireWriter to) {
            to.text(said.by());
            MessageCodec.payload(said.payload(), to);
        }

        @Override
        public Said read(WireReader from) {
            return new Said(from.text(), MessageCodec.payload(from));
        }
    };

    PartCodec<Long> COUNT = new PartCodec<>() {
        @Override
        public void write(Long count, WireWriter to) {
            to.number(count);
        }

        @Override
        public Long read(WireReader from) {
            return from.number();
        }
    };

    PartCodec<Map<String, Long>> ROOMS = new PartCodec<>() {
        @Override
        public void write(Map<String, Long> rooms, WireWriter to) {
            to.number(rooms.size());
            rooms.forEach((room, count) -> to.text(room).number(count));
        }

        @Override
        public Map<String, Long> read(WireReader from) {
            Map<String, Long> rooms = new HashMap<>();
            int count = from.count();
            for (int i = 0; i < count; i++) {
                rooms.put(from.text(), from.number());
            }
            return rooms;
        }
    };

    PartCodec<SocketCopy> SOCKET = new SocketCodec();

    void write(T part, WireWriter to);

    T read(WireReader from);

    default Bytes encode(T part) {
        WireWriter writer = new WireWriter(128);
        write(part, writer);
        return writer.toBytes();
    }

    default T decode(Bytes bytes) {
        WireReader reader = new WireReader(bytes);
        T part = read(reader);
        reader.end();
        return part;
    }

    /** Sockets with all that is told of them. */
    final class SocketCodec implements PartCodec<SocketCopy> {

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
                    time(from.number()),
                    from.text(),
                    from.flag(),
                    from.text(),
                    pairs(from),
                    pairs(from),
                    null,
                    from.set());
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
}
