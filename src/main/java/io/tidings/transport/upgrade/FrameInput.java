package io.tidings.transport.upgrade;

import io.tidings.engine.CloseReason;
import io.tidings.engine.EngineLink;
import io.tidings.engine.RateWindow;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.ProtocolException;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.websocket.CloseCode;
import io.tidings.protocol.websocket.FrameReader;
import io.tidings.protocol.websocket.MessageSink;
import io.tidings.protocol.websocket.WebSocketException;
import io.tidings.schedule.Turns;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The reading half of a connection: decodes all frames of one read and hands their packets on together. */
final class FrameInput implements ReadListener, MessageSink {

    private static final int BUFFER_SIZE = 16 * 1024;

    // Per thread, because a connection needs a buffer only while it reads; byte arrays pin no class loader.
    private static final ThreadLocal<byte[]> BUFFERS = ThreadLocal.withInitial(() -> new byte[BUFFER_SIZE]);

    private final ServletInputStream in;
    private final EngineLink link;
    private final UpgradeTransport transport;
    private final FrameReader reader;
    private final RateWindow controls;
    private final Turns turns = new Turns();
    private final Runnable work = this::readAll;
    private volatile boolean stopped;

    /** The container's thread for this connection, where that thread takes work. */
    private volatile @Nullable Executor ownThread;

    // Touched only in turns.
    private @Nullable List<EnginePacket> batch;
    private @Nullable Integer peerCloseCode;
    private boolean flooding;
    private boolean pinged;

    FrameInput(ServletInputStream in, EngineLink link, UpgradeTransport transport, Framing framing) {
        this.in = in;
        this.link = link;
        this.transport = transport;
        this.reader = framing.reader();
        this.controls = new RateWindow(framing.settings().controlsPerSecond());
    }

    void start() {
        in.setReadListener(this);
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void onDataAvailable() {
        if (Thread.currentThread() instanceof Executor thread) {
            ownThread = thread;
        }
        turns.take(work);
    }

    @Override
    public void onAllDataRead() {
        if (!stopped) {
            transport.connectionLost(CloseReason.TRANSPORT_CLOSE);
        }
    }

    @Override
    public void onError(Throwable failure) {
        broken();
        if (!isOnUndertow()) {
            transport.awaitRest();
        }
    }

    private void broken() {
        if (!stopped) {
            transport.connectionLost(CloseReason.TRANSPORT_ERROR);
        }
    }

    /** True where no other thread reads; once stopped, none begins to. */
    boolean isAtRest() {
        return turns.isLeftToMe();
    }

    /**
     * Reads all there is. The container calls when data has come, and the session when it can take more again; whoever comes
     * while another thread reads leaves the work to that thread.
     */
    void readOn() {
        Executor thread = ownThread;
        if (thread == null || thread == Thread.currentThread()) {
            turns.take(work);
            return;
        }
        // Undertow 2.3 calls the stream ready before it has filled the buffer of the next read: only its own thread may
        // look.
        try {
            thread.execute(() -> turns.take(work));
        } catch (RuntimeException ended) {
            broken();
        }
    }

    private void readAll() {
        if (stopped) {
            comeBy();
            return;
        }
        byte[] buffer = BUFFERS.get();
        try {
            while (!stopped && !link.isReadingSuspended(transport) && in.isReady()) {
                int count = in.read(buffer);
                if (count <= 0) {
                    break;
                }
                decode(buffer, count);
                if (stopped) {
                    comeBy();
                }
            }
        } catch (IOException | RuntimeException gone) {
            // Whatever it was: a connection that cannot be read any more must not stay open in silence.
            broken();
            return;
        }
        if (!stopped && in.isFinished()) {
            // Off the container's own callbacks it does not tell by onAllDataRead.
            onAllDataRead();
        }
    }

    private void comeBy() {
        if (!isOnUndertow()) {
            transport.comeBy();
        }
    }

    /** On Undertow's own thread nothing may wait, not even for a moment; nor need it. */
    private boolean isOnUndertow() {
        return ownThread != null;
    }

    private void decode(byte[] buffer, int count) {
        int closeCode = 0;
        CloseReason reason = CloseReason.PARSE_ERROR;
        try {
            reader.read(buffer, 0, count, this);
        } catch (WebSocketException broken) {
            closeCode = broken.closeCode();
        } catch (ProtocolException broken) {
            closeCode = CloseCode.PROTOCOL_ERROR;
        }
        List<EnginePacket> packets = batch;
        batch = null;
        if (packets != null) {
            link.received(transport, packets);
        }
        if (pinged) {
            pinged = false;
            transport.flush();
        }
        if (flooding) {
            closeCode = CloseCode.POLICY_VIOLATION;
            reason = CloseReason.FLOODING;
        }
        if (closeCode != 0) {
            fail(closeCode, reason);
        } else if (peerCloseCode != null) {
            stop();
            transport.closedByPeer(peerCloseCode);
        }
    }

    /** Goes on reading and ignoring: to close a connection with unread data would take our Close frame from the client. */
    private void fail(int closeCode, CloseReason reason) {
        transport.beginClose(closeCode, reason.words());
        link.lost(transport, reason);
        transport.flush();
    }

    private void add(EnginePacket packet) {
        if (batch == null) {
            batch = new ArrayList<>(8);
        }
        batch.add(packet);
    }

    @Override
    public void text(Bytes utf8) {
        add(EnginePacket.ofText(utf8));
    }

    @Override
    public void binary(Bytes payload) {
        add(EnginePacket.binary(payload));
    }

    @Override
    public void ping(Bytes payload) {
        flooding |= !controls.admit(System.nanoTime()) || !transport.pong(payload);
        pinged = true;
    }

    @Override
    public void pong(Bytes payload) {
        flooding |= !controls.admit(System.nanoTime());
    }

    @Override
    public void close(int code, String reason) {
        peerCloseCode = code;
    }
}
