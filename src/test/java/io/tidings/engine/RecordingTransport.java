package io.tidings.engine;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.engineio.PacketType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A transport without a network: remembers what it was given, and reads as fast as a test says. */
public final class RecordingTransport implements Transport {

    private final EngineLink link;
    private final TransportKind kind;
    private final List<EnginePacket> sent = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private boolean stalled;
    private int writes;
    private Runnable onNextWrite = () -> {};
    private @Nullable CloseReason closeReason;

    private RecordingTransport(EngineLink link, TransportKind kind) {
        this.link = link;
        this.kind = kind;
    }

    public static RecordingTransport webSocket(EngineLink link) {
        return new RecordingTransport(link, TransportKind.WEBSOCKET);
    }

    public static RecordingTransport polling(EngineLink link) {
        return new RecordingTransport(link, TransportKind.POLLING);
    }

    /** From now on the client does not read. */
    public void stall() {
        stalled = true;
    }

    /** The client reads again. */
    public void unstall() {
        stalled = false;
        flush();
    }

    /** What the client does right when it gets something next. */
    public void onNextWrite(Runnable action) {
        onNextWrite = action;
    }

    public void receive(EnginePacket... packets) {
        link.received(this, List.of(packets));
    }

    public void receive(String typed) {
        receive(EnginePacket.ofText(Bytes.utf8(typed)));
    }

    public void lose(CloseReason reason) {
        link.lost(this, reason);
    }

    /** Everything sent since the last look, as text with the type in front. */
    public List<String> sent() {
        return packets().stream()
                .map(packet -> (char) packet.type().digit() + packet.data().toUtf8String())
                .toList();
    }

    /** Everything sent since the last look. */
    public List<EnginePacket> packets() {
        List<EnginePacket> packets = List.copyOf(sent);
        sent.clear();
        return packets;
    }

    public int writes() {
        return writes;
    }

    /** Calls of release, retire, resumeReading and close, in order. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public long count(String call) {
        return calls.stream().filter(call::equals).count();
    }

    public Optional<CloseReason> closeReason() {
        return Optional.ofNullable(closeReason);
    }

    @Override
    public TransportKind kind() {
        return kind;
    }

    @Override
    public void flush() {
        while (!stalled && closeReason == null && !link.isDrained(this)) {
            write();
        }
    }

    private void write() {
        writes++;
        List<EnginePacket> packets = link.take(this, Integer.MAX_VALUE);
        sent.addAll(packets);
        Runnable action = onNextWrite;
        onNextWrite = () -> {};
        action.run();
        if (packets.get(packets.size() - 1).type() == PacketType.CLOSE) {
            link.lost(this, CloseReason.FORCED_CLOSE);
        }
    }

    @Override
    public boolean isWritable() {
        return !stalled && closeReason == null;
    }

    @Override
    public void resumeReading() {
        calls.add("resumeReading");
    }

    @Override
    public void release() {
        calls.add("release");
    }

    @Override
    public void retire() {
        calls.add("retire");
    }

    @Override
    public void close(CloseReason reason) {
        calls.add("close");
        closeReason = reason;
    }
}
