package io.tidings.protocol.websocket;

import io.tidings.protocol.Bytes;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * The compressing side of permessage-deflate (RFC 7692) for one connection. Holds native memory only while it compresses,
 * or until {@link #close} when the compression context outlives its messages. With a kept context, messages must be sent
 * in the order in which they were compressed.
 */
public final class Deflation implements AutoCloseable {

    /** The empty block that ends a flushed stream and that the receiver adds again, RFC 7692, 7.2.1. */
    private static final int TAIL_SIZE = 4;

    /** Nothing, compressed, RFC 7692, 7.2.3.6: a flush with nothing to flush would write nothing. */
    private static final Bytes NOTHING = Bytes.wrap(new byte[1]);

    private final boolean keepsContext;
    private final int threshold;
    private @Nullable Deflater deflater;
    private boolean closed;

    /** Compresses from a threshold in bytes on, below which compression costs more than it saves. */
    public Deflation(DeflateAgreement agreement, int threshold) {
        this.keepsContext = agreement.serverKeepsContext();
        this.threshold = Math.max(1, threshold);
    }

    public boolean isWorthwhile(int payloadLength) {
        return payloadLength >= threshold;
    }

    /** The compressed form of a payload, for {@link Frames#putCompressed}. Works on after {@link #close}, but keeps nothing. */
    public Bytes deflate(Bytes payload) {
        return deflate(payload.toArray());
    }

    /** The compressed form of one byte and what follows it. */
    public Bytes deflate(byte prefix, Bytes payload) {
        byte[] whole = new byte[payload.length() + 1];
        whole[0] = prefix;
        payload.copyTo(whole, 1);
        return deflate(whole);
    }

    @Override
    public synchronized void close() {
        closed = true;
        release();
    }

    private synchronized Bytes deflate(byte[] payload) {
        Deflater current = open();
        if (payload.length == 0) {
            return NOTHING;
        }
        try {
            current.setInput(payload);
            byte[] output = new byte[payload.length / 2 + 64];
            int length = 0;
            while (true) {
                length += current.deflate(output, length, output.length - length, Deflater.SYNC_FLUSH);
                if (length < output.length) {
                    return Bytes.wrap(output, 0, length - TAIL_SIZE);
                }
                output = Arrays.copyOf(output, output.length * 2);
            }
        } finally {
            if (!keepsContext || closed) {
                release();
            }
        }
    }

    private Deflater open() {
        Deflater current = deflater;
        if (current == null) {
            // the fastest level: whoever drains an outbox pays for this
            current = new Deflater(Deflater.BEST_SPEED, true);
            deflater = current;
        }
        return current;
    }

    private void release() {
        if (deflater != null) {
            deflater.end();
            deflater = null;
        }
    }
}
