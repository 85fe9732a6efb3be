package io.tidings.transport.upgrade;

import io.tidings.schedule.Turns;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The writing half of a connection: pulls frames from its source whenever the client can take more, one writer at a time. */
final class FrameOutput implements WriteListener {

    /** Where the frames come from. */
    interface Source {

        /** The next bytes to write, in an array of the exact size that nobody may change; null for nothing now. */
        byte @Nullable [] next();

        /** Everything there was has been handed to the container. */
        void drained();

        void writeFailed();
    }

    /** Payara 6 holds on to the last array it was given for as long as the connection lives, whatever its size. */
    private static final int LARGEST_WRITE = 32 * 1024;

    private final ServletOutputStream out;
    private final Source source;
    private final Turns turns = new Turns();
    private final Runnable work = this::writeAll;

    // Set by the first callback. Undertow 2.3 resets its state in that callback, so a write before it could be lost.
    private volatile boolean started;
    private volatile boolean stopped;

    // The container holds as much as it takes, and will call when it can take more.
    private volatile boolean full;

    // Touched only in turns. Payara 6 keeps even the answer to the handshake back until something is flushed.
    private boolean unflushed = true;

    // Touched only in turns: what the source gave that was too much for one write, and how much of it is written.
    private byte @Nullable [] large;
    private int written;

    FrameOutput(ServletOutputStream out, Source source) {
        this.out = out;
        this.source = source;
    }

    void start() {
        out.setWriteListener(this);
    }

    /** Nothing is written after this. */
    void stop() {
        stopped = true;
    }

    @Override
    public void onWritePossible() {
        started = true;
        flush();
    }

    @Override
    public void onError(Throwable failure) {
        source.writeFailed();
    }

    /** Writes what there is and fits; any thread may call it, and the one that is at work already does it for all. */
    void flush() {
        if (started) {
            turns.take(work);
        }
    }

    private void writeAll() {
        try {
            while (!stopped && isContainerReady()) {
                byte[] piece = nextPiece();
                if (piece == null) {
                    flushContainer();
                    return;
                }
                // Whole arrays only: Undertow 2.3 ignores the offset and length it is given here. Others may write the
                // same array: neither Undertow 2.3 nor Grizzly 4 changes what it is given, or takes it into a pool.
                out.write(piece);
                unflushed = true;
            }
        } catch (IOException | RuntimeException gone) {
            // Whatever it was: Payara 6 throws a NullPointerException where it has closed the connection by itself, and
            // who cannot write must not keep the turn.
            source.writeFailed();
        }
    }

    private byte @Nullable [] nextPiece() {
        byte[] frames = large == null ? source.next() : large;
        if (frames == null || frames.length <= LARGEST_WRITE) {
            return frames;
        }
        int end = Math.min(frames.length, written + LARGEST_WRITE);
        byte[] piece = Arrays.copyOfRange(frames, written, end);
        boolean isLast = end == frames.length;
        large = isLast ? null : frames;
        written = isLast ? 0 : end;
        return piece;
    }

    /** Payara's stream has a buffer of its own; Undertow has none, and ignores this. */
    private void flushContainer() throws IOException {
        if (unflushed) {
            unflushed = false;
            out.flush();
        }
        if (!stopped && isContainerReady()) {
            source.drained();
        }
    }

    private boolean isContainerReady() {
        boolean ready = out.isReady();
        if (full == ready) {
            // Only then, because it costs more to write than to look.
            full = !ready;
        }
        return ready;
    }

    /** True where no other thread writes; once stopped, none begins to. */
    boolean isAtRest() {
        return turns.isLeftToMe();
    }

    boolean isReady() {
        return started && turns.isIdle() && !full && !stopped;
    }
}
