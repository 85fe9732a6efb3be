package io.tidings.bench.load;

import java.util.Arrays;

/** The beginning of something whose end has not arrived yet. */
final class Unread {

    private byte[] bytes;
    private int length;

    Unread(byte[] source, int from, int to) {
        bytes = Arrays.copyOfRange(source, from, to);
        length = bytes.length;
    }

    void append(byte[] more, int count) {
        if (count > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
        System.arraycopy(more, 0, bytes, length, count);
        length += count;
    }

    /** Forgets what lies before {@code from}. */
    void keepFrom(int from) {
        System.arraycopy(bytes, from, bytes, 0, length - from);
        length -= from;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }
}
