package io.tidings.transport.fakes;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The way to a client: takes as many writes as a test allows, and none that would block. */
public final class FakeOutput extends ServletOutputStream {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private @Nullable WriteListener listener;
    private int room = Integer.MAX_VALUE;
    private boolean asked;
    private boolean broken;
    private int writes;
    private int flushes;
    private int longestWrite;
    private boolean forgetful;
    private byte[] last = {};
    private Runnable duringNextWrite = () -> {};
    private Runnable duringNextFlush = () -> {};
    private Runnable beforeListening = () -> {};

    /** How many more writes the client takes before it has to {@link #drain}. */
    public void room(int count) {
        room = count;
    }

    /** The client has read: there is room again. */
    public void drain(int count) throws IOException {
        room = count;
        WriteListener writer = listener;
        if (asked && room > 0 && writer != null) {
            asked = false;
            writer.onWritePossible();
        }
    }

    /** Remembers only the last array from now on, and so allocates nothing itself. */
    public void forget() {
        forgetful = true;
    }

    /** The very array that came last. */
    public byte[] last() {
        return last;
    }

    /** What happens while the next write is under way. */
    public void duringNextWrite(Runnable action) {
        duringNextWrite = action;
    }

    /** What happens while the next flush is under way. */
    public void duringNextFlush(Runnable action) {
        duringNextFlush = action;
    }

    /** What happens when the writer comes to listen, before the container lets it. */
    public void beforeListening(Runnable action) {
        beforeListening = action;
    }

    /** Every write fails from now on. */
    public void breakConnection() {
        broken = true;
    }

    /** The container notices that the client has gone. */
    public void fail() {
        WriteListener writer = listener;
        if (writer != null) {
            writer.onError(new IOException("broken pipe"));
        }
    }

    /** Everything written since the last look. */
    public byte[] taken() {
        byte[] bytes = written.toByteArray();
        written.reset();
        return bytes;
    }

    /** How many bytes have been written since the last look. */
    public int size() {
        return written.size();
    }

    public String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    public int writes() {
        return writes;
    }

    public int flushes() {
        return flushes;
    }

    /** The most bytes that came at once. */
    public int longestWrite() {
        return longestWrite;
    }

    @Override
    public boolean isReady() {
        boolean ready = room > 0;
        asked |= !ready;
        return ready;
    }

    @Override
    public void setWriteListener(WriteListener writer) {
        beforeListening.run();
        if (listener != null) {
            throw new IllegalStateException("a second listener");
        }
        listener = writer;
        asked = true;
        try {
            drain(room);
        } catch (IOException e) {
            writer.onError(e);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (broken) {
            throw new IOException("broken pipe");
        }
        if (room <= 0) {
            throw new IllegalStateException("a write that would block");
        }
        room -= room == Integer.MAX_VALUE ? 0 : 1;
        writes++;
        Runnable meanwhile = duringNextWrite;
        duringNextWrite = () -> {};
        meanwhile.run();
        longestWrite = Math.max(longestWrite, length);
        last = bytes;
        if (!forgetful) {
            written.write(bytes, offset, length);
        }
    }

    @Override
    public void flush() {
        flushes++;
        Runnable meanwhile = duringNextFlush;
        duringNextFlush = () -> {};
        meanwhile.run();
    }

    @Override
    public void write(int one) {
        throw new UnsupportedOperationException("one byte at a time is slow");
    }
}
