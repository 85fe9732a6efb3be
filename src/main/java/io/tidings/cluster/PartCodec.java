package io.tidings.cluster;

import io.tidings.protocol.Bytes;
import io.tidings.socketio.Said;
import java.util.HashMap;
import java.util.Map;

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
}
