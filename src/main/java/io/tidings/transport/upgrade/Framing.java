package io.tidings.transport.upgrade;

import io.tidings.engine.FlushScope;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.engineio.PacketType;
import io.tidings.protocol.websocket.DeflateAgreement;
import io.tidings.protocol.websocket.Deflation;
import io.tidings.protocol.websocket.FrameLimits;
import io.tidings.protocol.websocket.FrameReader;
import io.tidings.protocol.websocket.Frames;
import io.tidings.protocol.websocket.Opcode;
import io.tidings.transport.http.WebSocketSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the packets of one connection become frames: its limits, and compression where that was agreed. */
final class Framing {

    // One object, by which sessions that are flushed together know that they want the same bytes.
    private static final Function<List<EnginePacket>, byte[]> PLAIN = Framing::encodePlain;

    private final WebSocketSettings settings;
    private final FrameReader reader;
    private final @Nullable Deflation deflation;

    Framing(WebSocketSettings settings, FrameLimits limits, Optional<DeflateAgreement> deflate) {
        this.settings = settings;
        this.reader = deflate.map(agreed -> new FrameReader(limits, agreed)).orElseGet(() -> new FrameReader(limits));
        this.deflation = deflate.map(agreed -> new Deflation(agreed, settings.deflateThreshold()))
                .orElse(null);
    }

    WebSocketSettings settings() {
        return settings;
    }

    FrameReader reader() {
        return reader;
    }

    /** All packets up to a CLOSE, which has no frame of its own, in one array of the exact size that nobody may change. */
    byte[] encode(List<EnginePacket> packets) {
        return deflation == null ? FlushScope.encode(packets, PLAIN) : encodeCompressed(packets, deflation);
    }

    private static byte[] encodePlain(List<EnginePacket> packets) {
        int size = 0;
        for (EnginePacket packet : packets) {
            size += packet.type() == PacketType.CLOSE ? 0 : Frames.size(packet.size());
        }
        byte[] frames = new byte[size];
        int at = 0;
        for (EnginePacket packet : packets) {
            if (packet.type() != PacketType.CLOSE) {
                at = put(frames, at, packet);
            }
        }
        return frames;
    }

    private static int put(byte[] frames, int at, EnginePacket packet) {
        return packet.binary()
                ? Frames.put(frames, at, Opcode.BINARY, packet.data())
                : Frames.put(frames, at, Opcode.TEXT, packet.type().digit(), packet.data());
    }

    private static byte[] encodeCompressed(List<EnginePacket> packets, Deflation deflation) {
        byte[][] frames = new byte[packets.size()][];
        int size = 0;
        for (int i = 0; i < frames.length; i++) {
            frames[i] = frame(packets.get(i), deflation);
            size += frames[i].length;
        }
        byte[] all = new byte[size];
        int at = 0;
        for (byte[] frame : frames) {
            System.arraycopy(frame, 0, all, at, frame.length);
            at += frame.length;
        }
        return all;
    }

    private static byte[] frame(EnginePacket packet, Deflation deflation) {
        if (packet.type() == PacketType.CLOSE) {
            return new byte[0];
        }
        if (!packet.compressible() || !deflation.isWorthwhile(packet.size())) {
            byte[] plain = new byte[Frames.size(packet.size())];
            put(plain, 0, packet);
            return plain;
        }
        Bytes deflated = packet.binary()
                ? deflation.deflate(packet.data())
                : deflation.deflate(packet.type().digit(), packet.data());
        byte[] frame = new byte[Frames.size(deflated.length())];
        Frames.putCompressed(frame, 0, packet.binary() ? Opcode.BINARY : Opcode.TEXT, deflated);
        return frame;
    }

    /** Gives back what compression holds outside the heap. */
    void close() {
        reader.close();
        if (deflation != null) {
            deflation.close();
        }
    }
}
