package io.tidings.transport.polling;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.ProtocolException;
import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.protocol.engineio.PollingPayload;
import io.tidings.schedule.Deadline;
import io.tidings.transport.http.Answer;
import io.tidings.transport.http.AnswerHeaders;
import io.tidings.transport.http.HttpFault;
import io.tidings.transport.http.Suspension;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One POST of a client: reads its body without blocking, within a size and a time of ours, and hands the packets on. */
final class Post implements ReadListener {

    private static final byte[] OK = "ok".getBytes(StandardCharsets.UTF_8);
    private static final int FIRST_CAPACITY = 512;

    private final PollingTransport transport;
    private final BodyLimits limits;
    private final Suspension request;
    private final HttpServletResponse response;
    private final ServletInputStream in;
    private final long announced;
    private final AtomicBoolean answered = new AtomicBoolean();
    private volatile boolean received;
    private volatile @Nullable Deadline clock;

    // Touched only by the container's read callbacks, which come one at a time.
    private byte[] body = new byte[FIRST_CAPACITY];
    private int length;

    Post(PollingTransport transport, HttpServletRequest request, HttpServletResponse response, BodyLimits limits)
            throws IOException {
        this.transport = transport;
        this.limits = limits;
        this.response = response;
        this.in = request.getInputStream();
        this.announced = request.getContentLengthLong();
        this.request = Suspension.of(request, response);
    }

    void start() {
        if (!readsAtOnce()) {
            clock = limits.deadlines().after(limits.bodyTimeout(), this::expire);
            if (answered.get()) {
                // Refused meanwhile, by one who saw no clock to stop.
                stopClock();
            }
            in.setReadListener(this);
        }
    }

    /**
     * Reads a body that has come together with its head, as nearly all do. Callbacks would cost a change of threads, and
     * Payara 6.2025 makes one too many: the second finds the request already answered, and fails into the log.
     */
    private boolean readsAtOnce() {
        try {
            if (announced < 0 || in.available() < announced) {
                return false;
            }
            body = new byte[(int) announced];
            length = in.readNBytes(body, 0, body.length);
        } catch (IOException gone) {
            onError(gone);
            return true;
        }
        onAllDataRead();
        return true;
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!answered.get() && in.isReady()) {
            if (length == body.length) {
                body = Arrays.copyOf(body, Math.min(2 * length, limits.maxBytes() + 1));
            }
            int count = in.read(body, length, body.length - length);
            if (count < 0) {
                return;
            }
            length += count;
            if (length > limits.maxBytes()) {
                refuse(HttpFault.payloadTooLarge());
            }
        }
    }

    @Override
    public void onAllDataRead() {
        if (answered.get()) {
            return;
        }
        stopClock();
        List<EnginePacket> packets;
        try {
            packets = PollingPayload.decode(validUtf8(), limits.maxPackets());
        } catch (ProtocolException malformed) {
            refuse(HttpFault.badRequest());
            transport.refused(malformed);
            return;
        }
        body = new byte[0];
        transport.received(packets);
        received = true;
        if (!transport.isReadingSuspended()) {
            resume();
        }
    }

    private Bytes validUtf8() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body, 0, length));
        } catch (CharacterCodingException invalid) {
            throw new ProtocolException("body is not UTF-8");
        }
        return Bytes.wrap(body, 0, length);
    }

    /** Answers, which lets the client send its next POST: the way to slow down one that is ahead of its handler. */
    void resume() {
        if (received && answered.compareAndSet(false, true)) {
            transport.endPost(this);
            Answer.write(request, this::writeHead, OK, () -> {});
        }
    }

    private void writeHead() {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/html");
        AnswerHeaders.addSafety(response);
    }

    @Override
    public void onError(Throwable failure) {
        // The client went away in the middle of its body.
        stopClock();
        if (answered.compareAndSet(false, true)) {
            transport.endPost(this);
            request.complete();
            transport.lost();
        }
    }

    private void expire() {
        refuse(HttpFault.bodyTimeout());
        transport.lost();
    }

    void refuse(HttpFault fault) {
        stopClock();
        if (answered.compareAndSet(false, true)) {
            transport.endPost(this);
            Answer.write(request, () -> fault.writeHead(response), fault.body(), () -> {});
        }
    }

    private void stopClock() {
        Deadline running = clock;
        if (running != null) {
            running.cancel();
        }
    }
}
