package io.tidings.protocol.websocket;

import io.tidings.protocol.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Understands the frames of one client, RFC 6455, from reads cut anywhere. Between messages it retains next to nothing.
 * Reading is for one thread at a time; {@link #close} may come from any.
 */
public final class FrameReader implements AutoCloseable {

    private static final byte WHOLE_TEXT = (byte) 0x81;
    private static final byte WHOLE_BINARY = (byte) 0x82;
    private static final int KEY_SIZE = 4;
    private static final int SMALLEST_FRAME = 2 + KEY_SIZE;

    private final FrameLimits limits;
    private final @Nullable Inflation inflation;
    private @Nullable PartialFrame frame;
    private @Nullable PartialMessage message;
    private volatile boolean ended;

    public FrameReader(FrameLimits limits) {
        this.limits = limits;
        this.inflation = null;
    }

    /** A reader that takes compressed messages as agreed, too. */
    public FrameReader(FrameLimits limits, DeflateAgreement agreement) {
        this.limits = limits;
        this.inflation = new Inflation(agreement.clientKeepsContext());
    }

    /**
     * Consumes all the bytes given and tells the sink of each message they complete. Keeps no reference to the buffer,
     * but may change what is in it. After a Close frame, {@link #close} or an exception it ignores what it is given.
     *
     * @throws WebSocketException when the client breaks the protocol or a limit
     */
    public void read(byte[] buffer, int offset, int length, MessageSink sink) {
        int end = offset + length;
        int at = offset;
        try {
            while (at < end && !ended) {
                int next = frame == null && message == null ? takeWhole(buffer, at, end, sink) : at;
                at = next > at ? next : takePart(buffer, at, end, sink);
            }
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        } finally {
            if (ended) {
                frame = null;
                message = null;
            }
        }
    }

    /** Ends the reader and gives back what it holds outside the heap. */
    @Override
    public void close() {
        ended = true;
        if (inflation != null) {
            inflation.close();
        }
    }

    /** The short way for an ordinary message that lies in the buffer as one frame; the same position for anything else. */
    private int takeWhole(byte[] buffer, int at, int end, MessageSink sink) {
        byte first = buffer[at];
        if (end - at < SMALLEST_FRAME || (first != WHOLE_TEXT && first != WHOLE_BINARY)) {
            return at;
        }
        int length = buffer[at + 1] + 0x80;
        int keyAt = at + 2;
        if (length == 126) {
            length = ((buffer[at + 2] & 0xFF) << 8) | (buffer[at + 3] & 0xFF);
            keyAt = at + 4;
            if (length < 126) {
                return at;
            }
        } else if (length > 126) {
            return at;
        }
        int start = keyAt + KEY_SIZE;
        if (length > end - start || length > limits.maxMessage()) {
            return at;
        }
        byte[] payload = new byte[length];
        boolean ascii = Masking.unmask(buffer, start, payload, 0, length, Masking.keyAt(buffer, keyAt));
        if (first == WHOLE_BINARY) {
            sink.binary(Bytes.wrap(payload));
        } else if (ascii || Utf8.isValid(payload, 0, length)) {
            sink.text(Bytes.wrap(payload));
        } else {
            throw WebSocketException.invalidPayload("text is not UTF-8");
        }
        return start + length;
    }

    /** Takes as much as there is of one frame and returns the position behind it. */
    private int takePart(byte[] buffer, int from, int end, MessageSink sink) {
        PartialFrame current = frame;
        if (current == null) {
            current = new PartialFrame(inflation != null);
            frame = current;
        }
        int at = from;
        if (!current.hasHeader()) {
            at = current.takeHeader(buffer, from, end);
            if (!current.hasHeader()) {
                return at;
            }
            if (!current.isControl()) {
                admit(current);
            }
        }
        int count = (int) Math.min(end - at, current.remaining());
        takePayload(current, buffer, at, count);
        if (current.remaining() == 0) {
            frame = null;
            finish(current, sink);
        }
        return at + count;
    }

    private void admit(PartialFrame current) {
        PartialMessage target = message;
        if (current.isContinuation() != (target != null)) {
            throw WebSocketException.protocolError(
                    target == null ? "continuation of nothing" : "new message inside a message");
        }
        if (target == null) {
            target = new PartialMessage(
                    current.opcode() == PartialFrame.TEXT, limits, current.isCompressed() ? inflation : null);
            message = target;
        }
        target.admit(current);
    }

    private void takePayload(PartialFrame current, byte[] buffer, int at, int count) {
        if (count == 0) {
            return;
        }
        PartialMessage target = message;
        if (current.isControl()) {
            current.takeControl(buffer, at, count);
        } else if (target != null) {
            target.append(buffer, at, count, current.key());
        }
        current.taken(count);
    }

    private void finish(PartialFrame whole, MessageSink sink) {
        PartialMessage target = message;
        if (whole.isControl()) {
            control(whole, sink);
        } else if (target != null && whole.isLast()) {
            message = null;
            Bytes payload = target.finish();
            if (target.isText()) {
                sink.text(payload);
            } else {
                sink.binary(payload);
            }
        }
    }

    private void control(PartialFrame whole, MessageSink sink) {
        Bytes payload = whole.control();
        if (whole.opcode() == PartialFrame.PING) {
            sink.ping(payload);
        } else if (whole.opcode() == PartialFrame.CLOSE) {
            CloseBody body = CloseBody.of(payload);
            close();
            sink.close(body.code(), body.reason());
        } else {
            sink.pong(payload);
        }
    }
}
