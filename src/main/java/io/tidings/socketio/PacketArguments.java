package io.tidings.socketio;

import io.tidings.api.Argument;
import io.tidings.api.ArgumentException;
import io.tidings.api.Arguments;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.Payload;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** The arguments of a packet. Looked for in its text when somebody asks: an event that waits costs no more than it came with. */
public final class PacketArguments implements Arguments {

    private final Payload payload;
    private final int first;
    private final ArgumentCodec codec;

    /** Threads that race find the same. */
    private @Nullable List<Argument> found;

    private PacketArguments(Payload payload, int first, ArgumentCodec codec) {
        this.payload = payload;
        this.first = first;
        this.codec = codec;
    }

    public static Arguments ofEvent(Payload payload, ArgumentCodec codec) {
        return new PacketArguments(payload, 1, codec);
    }

    static Arguments ofAck(Payload payload, ArgumentCodec codec) {
        return new PacketArguments(payload, 0, codec);
    }

    @Override
    public int size() {
        return list().size();
    }

    @Override
    public Argument at(int index) {
        List<Argument> all = list();
        if (index < 0 || index >= all.size()) {
            throw new ArgumentException("argument " + (index + 1) + " is missing");
        }
        return all.get(index);
    }

    @Override
    public List<Argument> list() {
        List<Argument> all = found;
        if (all == null) {
            all = new Elements(payload.elements(), payload.attachments(), first, codec);
            found = all;
        }
        return all;
    }

    /** Makes each argument when it is asked for, as there may be very many. */
    private static final class Elements extends AbstractList<Argument> implements RandomAccess {

        private final List<Bytes> texts;
        private final List<Bytes> attachments;
        private final int first;
        private final ArgumentCodec codec;

        Elements(List<Bytes> texts, List<Bytes> attachments, int first, ArgumentCodec codec) {
            this.texts = texts;
            this.attachments = attachments;
            this.first = first;
            this.codec = codec;
        }

        @Override
        public Argument get(int index) {
            return new RawArgument(texts.get(first + index), attachments, codec);
        }

        @Override
        public int size() {
            return texts.size() - first;
        }
    }
}
