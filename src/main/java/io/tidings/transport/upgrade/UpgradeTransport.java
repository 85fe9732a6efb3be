package io.tidings.transport.upgrade;

import io.tidings.engine.CloseReason;
import io.tidings.engine.EngineLink;
import io.tidings.engine.Transport;
import io.tidings.engine.TransportKind;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.engineio.PacketType;
import io.tidings.protocol.websocket.Frames;
import io.tidings.protocol.websocket.Opcode;
import io.tidings.schedule.Deadline;
import io.tidings.transport.http.CloseCodes;
import io.tidings.transport.http.ConnectionEnd;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Carries a session over one upgraded connection: frames out, and the closing handshake of WebSocket from either side. */
final class UpgradeTransport implements Transport, FrameOutput.Source {

    private static final int MAX_CHUNK = 64 * 1024;
    private static final int MAX_PENDING_PONGS = 60;
    private static final long LONGEST_STEP = Duration.ofMillis(100).toNanos();

    private final EngineLink link;
    private final Framing framing;
    private final Connection connection;
    private final FrameInput input;
    private final FrameOutput output;

    // True while pongs wait, and for good once the connection is closing; written under the lock. Most messages find it
    // false and need no lock.
    private volatile boolean hasControl;

    /** The thread that begins to read and to write, until it has. */
    private volatile @Nullable Thread starter;

    // Guarded by this.
    private @Nullable Queue<Bytes> pongs;
    private int closeCode;
    private String closeText = "";
    private boolean closeSent;
    private boolean peerClosed;
    private @Nullable Deadline patience;
    private boolean ended;

    UpgradeTransport(EngineLink link, WebConnection web, Framing framing) throws IOException {
        this.link = link;
        this.framing = framing;
        this.connection =
                new Connection(web, new ConnectionEnd(framing.settings().deadlines()), this::isAtRest, framing::close);
        this.input = new FrameInput(web.getInputStream(), link, this, framing);
        this.output = new FrameOutput(web.getOutputStream(), this);
    }

    void start() {
        starter = Thread.currentThread();
        try {
            input.start();
            output.start();
        } catch (RuntimeException takenBack) {
            // Payara 6 takes a connection back as soon as it has told that it broke, and the client can break it that
            // soon.
            connectionLost(CloseReason.TRANSPORT_ERROR);
        } finally {
            starter = null;
        }
    }

    @Override
    public TransportKind kind() {
        return TransportKind.WEBSOCKET;
    }

    @Override
    public void flush() {
        output.flush();
    }

    @Override
    public boolean isWritable() {
        return output.isReady();
    }

    @Override
    public void resumeReading() {
        input.readOn();
    }

    @Override
    public void close(CloseReason reason) {
        beginClose(CloseCodes.of(reason), reason.words());
        output.flush();
    }

    /** The first code counts: whoever found the fault knew it best. */
    synchronized void beginClose(int code, String text) {
        if (closeCode == 0) {
            closeCode = code;
            closeText = text;
            hasControl = true;
        }
        if (patience == null && !ended) {
            patience = framing.settings().deadlines().after(framing.settings().closeTimeout(), this::cutOff);
        }
    }

    /** The client has sent its Close frame. */
    void closedByPeer(int code) {
        synchronized (this) {
            peerClosed = true;
        }
        beginClose(code, "");
        link.lost(this, CloseReason.TRANSPORT_CLOSE);
        output.flush();
    }

    /** There is no connection any more. */
    void connectionLost(CloseReason reason) {
        abort();
        link.lost(this, reason);
    }

    private boolean isAtRest() {
        Thread busy = starter;
        return (busy == null || busy == Thread.currentThread()) && input.isAtRest() && output.isAtRest();
    }

    /**
     * Lets other threads finish the one read or write that they are at, none of which waits for anything. Payara 6 closes a
     * connection itself as soon as it has told that it broke, and gives its request to the next client.
     */
    void awaitRest() {
        long start = System.nanoTime();
        while (!isAtRest() && System.nanoTime() - start < LONGEST_STEP) {
            // Not parked: a thread that waits is taken for one that is done with opening, see ConnectionEnd.
            Thread.onSpinWait();
        }
    }

    // ---- what there is to write

    @Override
    public byte @Nullable [] next() {
        if (hasControl) {
            byte[] control = nextControl();
            if (control != null || isClosing()) {
                return control;
            }
        }
        List<EnginePacket> packets = link.take(this, MAX_CHUNK);
        if (packets.isEmpty()) {
            return null;
        }
        byte[] frames = framing.encode(packets);
        if (packets.get(packets.size() - 1).type() == PacketType.CLOSE) {
            beginClose(CloseCodes.of(CloseReason.FORCED_CLOSE), "");
            link.lost(this, CloseReason.FORCED_CLOSE);
            return frames.length == 0 ? nextControl() : frames;
        }
        return frames;
    }

    private synchronized boolean isClosing() {
        return closeCode != 0;
    }

    private synchronized byte @Nullable [] nextControl() {
        Bytes pong = pongs == null ? null : pongs.poll();
        if (pong != null && !closeSent) {
            return Frames.of(Opcode.PONG, pong);
        }
        pongs = null;
        hasControl = closeCode != 0;
        if (closeCode != 0 && !closeSent) {
            closeSent = true;
            return Frames.close(closeCode, closeText);
        }
        return null;
    }

    /** Queues the answer to a ping; false where the client pings without reading the answers. */
    synchronized boolean pong(Bytes payload) {
        if (pongs == null) {
            pongs = new ArrayDeque<>(4);
        }
        hasControl = true;
        return pongs.size() < MAX_PENDING_PONGS && pongs.add(payload);
    }

    @Override
    public void drained() {
        if (!hasControl) {
            return;
        }
        boolean finished;
        synchronized (this) {
            finished = closeSent && peerClosed;
        }
        if (finished) {
            end();
            connection.close();
        }
    }

    @Override
    public void writeFailed() {
        connectionLost(CloseReason.TRANSPORT_ERROR);
    }

    private void abort() {
        end();
        connection.abort();
    }

    /** The client has had its time to close the connection. */
    private void cutOff() {
        end();
        connection.cutOff();
    }

    void comeBy() {
        connection.comeBy();
    }

    private void end() {
        output.stop();
        input.stop();
        synchronized (this) {
            ended = true;
            if (patience != null) {
                patience.cancel();
            }
        }
    }
}
