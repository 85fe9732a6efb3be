package io.tidings.socketio;

import io.tidings.api.Argument;
import io.tidings.api.ArgumentException;
import io.tidings.api.Arguments;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.Payload;
import java.util.ArrayList;
import java.util.List;

/** The arguments of a packet. */
record PacketArguments(List<Argument> list) implements Arguments {

    static final Arguments NONE = new PacketArguments(List.of());

    PacketArguments {
        list = List.copyOf(list);
    }

    static Arguments ofEvent(Payload payload, ArgumentCodec codec) {
        return of(payload, 1, codec);
    }

    static Arguments ofAck(Payload payload, ArgumentCodec codec) {
        return of(payload, 0, codec);
    }

    private static Arguments of(Payload payload, int from, ArgumentCodec codec) {
        List<Bytes> elements = payload.elements();
        List<Argument> arguments = new ArrayList<>(elements.size() - from);
        for (int i = from; i < elements.size(); i++) {
            arguments.add(new RawArgument(elements.get(i), payload.attachments(), codec));
        }
        return new PacketArguments(arguments);
    }

    @Override
    public int size() {
        return list.size();
    }

    @Override
    public Argument at(int index) {
        if (index < 0 || index >= list.size()) {
            throw new ArgumentException("argument " + (index + 1) + " is missing");
        }
        return list.get(index);
    }
}
