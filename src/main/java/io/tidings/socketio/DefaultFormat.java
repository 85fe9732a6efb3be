package io.tidings.socketio;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.socketio.EncodedPacket;
import io.tidings.protocol.socketio.PacketAssembler;
import io.tidings.protocol.socketio.PacketLimits;
import io.tidings.protocol.socketio.SocketPacket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The format that every client speaks unless told otherwise: one message of text, and one for each attachment. */
public final class DefaultFormat implements WireFormat {

    private final PacketLimits limits;

    public DefaultFormat(PacketLimits limits) {
        this.limits = limits;
    }

    @Override
    public List<EnginePacket> encode(SocketPacket packet) {
        EncodedPacket encoded = EncodedPacket.of(packet);
        EnginePacket text = EnginePacket.text(encoded.text());
        if (encoded.attachments().isEmpty()) {
            return List.of(text);
        }
        List<EnginePacket> messages = new ArrayList<>(1 + encoded.attachments().size());
        messages.add(text);
        for (Bytes attachment : encoded.attachments()) {
            messages.add(EnginePacket.binary(attachment));
        }
        // Immutable, so that what goes to many sessions is one list.
        return List.copyOf(messages);
    }

    @Override
    public Reader newReader() {
        return new MessageReader(new PacketAssembler(limits));
    }

    private record MessageReader(PacketAssembler assembler) implements Reader {

        @Override
        public Optional<SocketPacket> read(EnginePacket message) {
            return message.binary() ? assembler.binary(message.data()) : assembler.text(message.data());
        }

        @Override
        public Optional<String> awaiting() {
            return assembler.pendingNamespace();
        }

        @Override
        public long held() {
            return assembler.pendingBytes();
        }

        @Override
        public void discard() {
            assembler.discard();
        }
    }
}
