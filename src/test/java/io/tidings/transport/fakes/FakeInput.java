package io.tidings.transport.fakes;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A client's bytes: reads give what has been fed so far, piece by piece, and never wait. */
public final class FakeInput extends ServletInputStream {

    private final Deque<byte[]> pieces = new ArrayDeque<>();
    private @Nullable ReadListener listener;
    private boolean ended;
    private boolean asked;
    private int readCalls;
    private Runnable duringNextRead = () -> {};

    /** The client sends something; the container tells its reader if that waits for it. */
    public void feed(byte[] bytes) throws IOException {
        pieces.add(bytes);
        tell();
    }

    public void feed(String text) throws IOException {
        feed(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The client has sent everything. */
    public void end() throws IOException {
        ended = true;
        ReadListener reader = listener;
        if (reader != null && asked && pieces.isEmpty()) {
            reader.onAllDataRead();
        }
    }

    /** The connection breaks. */
    public void fail() {
        ReadListener reader = listener;
        if (reader != null) {
            reader.onError(new IOException("connection reset"));
        }
    }

    /** What happens while the next read is under way. */
    public void duringNextRead(Runnable action) {
        duringNextRead = action;
    }

    public boolean hasUnread() {
        return !pieces.isEmpty();
    }

    public int readCalls() {
        return readCalls;
    }

    private void tell() throws IOException {
        ReadListener reader = listener;
        if (reader == null || !asked) {
            return;
        }
        asked = false;
        try {
            reader.onDataAvailable();
        } catch (IOException e) {
            reader.onError(e);
        }
        if (ended && pieces.isEmpty() && asked) {
            reader.onAllDataRead();
        }
    }

    @Override
    public int available() {
        return pieces.stream().mapToInt(piece -> piece.length).sum();
    }

    public boolean hasListener() {
        return listener != null;
    }

    @Override
    public boolean isFinished() {
        return ended && pieces.isEmpty();
    }

    @Override
    public boolean isReady() {
        boolean ready = !pieces.isEmpty();
        asked |= !ready;
        return ready;
    }

    @Override
    public void setReadListener(ReadListener reader) {
        if (listener != null) {
            throw new IllegalStateException("a second listener");
        }
        listener = reader;
        asked = true;
        try {
            if (!pieces.isEmpty()) {
                tell();
            } else if (ended) {
                reader.onAllDataRead();
            }
        } catch (IOException e) {
            reader.onError(e);
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        readCalls++;
        Runnable meanwhile = duringNextRead;
        duringNextRead = () -> {};
        meanwhile.run();
        byte[] piece = pieces.poll();
        if (piece == null) {
            throw new IllegalStateException("a read that would block");
        }
        int count = Math.min(length, piece.length);
        System.arraycopy(piece, 0, target, offset, count);
        if (count < piece.length) {
            pieces.addFirst(Arrays.copyOfRange(piece, count, piece.length));
        }
        return count;
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("one byte at a time is slow");
    }
}
