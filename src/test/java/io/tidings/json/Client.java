package io.tidings.json;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.PacketAssembler;
import io.tidings.protocol.socketio.PacketLimits;
import io.tidings.protocol.socketio.Payload;
import io.tidings.protocol.socketio.SocketPacket;
import io.tidings.socketio.ArgumentCodec;
import io.tidings.socketio.RawArgument;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client that sends arguments and understands payloads, by way of a real packet assembler. */
final class Client {

    private final ArgumentCodec codec;

    Client(ArgumentCodec codec) {
        this.codec = codec;
    }

    /** The arguments of an event that a client has sent. */
    List<RawArgument> sends(String arguments, byte[]... attachments) {
        PacketAssembler assembler = new PacketAssembler(PacketLimits.ofPayload(10_000_000));
        String header = attachments.length == 0 ? "2" : "5" + attachments.length + "-";
        Optional<SocketPacket> packet = assembler.text(Bytes.utf8(header + "[\"event\"," + arguments + "]"));
        for (byte[] attachment : attachments) {
            packet = assembler.binary(Bytes.copyOf(attachment));
        }
        Payload payload = packet.orElseThrow().payload();
        return payload.elements().stream()
                .skip(1)
                .map(text -> new RawArgument(text, payload.attachments(), codec))
                .toList();
    }

    /** What the application reads of an argument. */
    @Nullable
    Object reads(Type type, String argument, byte[]... attachments) {
        return codec.reader(type).read(sends(argument, attachments).get(0));
    }

    /** What the application reads of an argument, as its own kind of thing. */
    <T> T reads(Class<T> type, String argument, byte[]... attachments) {
        return sends(argument, attachments).get(0).as(type);
    }

    /** The text of the one argument that an application emits. */
    String gets(@Nullable Object argument) {
        Payload payload = codec.event("event", argument);
        return payload.elements().get(1).toUtf8String();
    }

    /** A type with arguments. */
    static Type generic(Class<?> raw, Type... arguments) {
        return new ParameterizedType() {
            @Override
            public Type[] getActualTypeArguments() {
                return arguments.clone();
            }

            @Override
            public Type getRawType() {
                return raw;
            }

            @Override
            public @Nullable Type getOwnerType() {
                return null;
            }
        };
    }
}
