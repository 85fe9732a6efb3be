package io.tidings.engine;

import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.engineio.PacketType;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A transport for tests with many threads: sends whatever there is at once, one writer at a time. */
public final class DrainingTransport implements Transport {

    private final EngineLink link;
    private final TransportKind kind;
    private final Queue<String> sent = new ConcurrentLinkedQueue<>();
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicInteger ends = new AtomicInteger();
    private volatile @Nullable CloseReason closeReason;

    public DrainingTransport(EngineLink link, TransportKind kind) {
        this.link = link;
        this.kind = kind;
    }

    /** The texts of the messages sent so far. */
    public List<String> messages() {
        return List.copyOf(sent);
    }

    boolean isClosed() {
        return closeReason != null;
    }

    /** How often it was told to close or to retire. */
    int ends() {
        return ends.get();
    }

    @Override
    public TransportKind kind() {
        return kind;
    }

    /** What polls would have waited goes out with {@link #poll} only. */
    @Override
    public void flush() {
        if (kind == TransportKind.WEBSOCKET) {
            poll();
        }
    }

    void poll() {
        if (turns.getAndIncrement() != 0) {
            return;
        }
        int done = 1;
        do {
            sendAll();
            done = turns.addAndGet(-done);
        } while (done != 0);
    }

    private void sendAll() {
        for (List<EnginePacket> some = take(); !some.isEmpty(); some = take()) {
            for (EnginePacket packet : some) {
                if (packet.type() == PacketType.MESSAGE) {
                    sent.add(packet.data().toUtf8String());
                } else if (packet.type() == PacketType.CLOSE) {
                    link.lost(this, CloseReason.FORCED_CLOSE);
                }
            }
        }
    }

    private List<EnginePacket> take() {
        return link.take(this, 1_000);
    }

    @Override
    public boolean isWritable() {
        return !isClosed();
    }

    @Override
    public void resumeReading() {
        // Nothing is read here.
    }

    @Override
    public void retire() {
        ends.incrementAndGet();
    }

    @Override
    public void close(CloseReason reason) {
        closeReason = reason;
        ends.incrementAndGet();
    }
}
