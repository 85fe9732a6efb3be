package io.tidings.bench.load;

import java.io.ByteArrayOutputStream;

/** Reads RFC 6455 frames as a server sends them and puts fragmented messages together again. */
final class ServerFrames {

    /** Receives whole messages and control frames; the bytes are only lent. */
    interface Sink {
        void message(int opcode, byte[] bytes, int from, int length);
    }

    private static final int CONTINUATION = 0;

    private final Sink sink;
    private final ByteArrayOutputStream fragments = new ByteArrayOutputStream(0);
    private int fragmentedOpcode;

    ServerFrames(Sink sink) {
        this.sink = sink;
    }

    /** Reads all frames that lie wholly between {@code from} and {@code to}; answers where the unread rest starts. */
    int read(byte[] bytes, int from, int to) {
        int at = from;
        while (to - at >= 2) {
            int payloadAt = at + headerLength(bytes[at + 1]);
            if (payloadAt > to) {
                break;
            }
            int length = payloadLength(bytes, at);
            if (length > to - payloadAt) {
                break;
            }
            frame(bytes[at], bytes, payloadAt, length);
            at = payloadAt + length;
        }
        return at;
    }

    private static int headerLength(byte second) {
        if (second < 0) {
            throw new IllegalStateException("the server masked a frame");
        }
        return second <= 125 ? 2 : second == 126 ? 4 : 10;
    }

    private static int payloadLength(byte[] bytes, int at) {
        int length = bytes[at + 1];
        if (length <= 125) {
            return length;
        }
        int width = length == 126 ? 2 : 8;
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = (value << Byte.SIZE) | (bytes[at + 2 + i] & 0xFF);
        }
        if (value < 0 || value > Integer.MAX_VALUE / 2) {
            throw new IllegalStateException("a frame of " + Long.toUnsignedString(value) + " bytes");
        }
        return (int) value;
    }

    private void frame(byte first, byte[] bytes, int from, int length) {
        int opcode = first & 0x0F;
        if ((first & 0x70) != 0) {
            throw new IllegalStateException("reserved bits are set: " + (first & 0xFF));
        }
        boolean last = first < 0;
        if (last && opcode != CONTINUATION) {
            sink.message(opcode, bytes, from, length);
            return;
        }
        if (opcode != CONTINUATION) {
            fragmentedOpcode = opcode;
        }
        fragments.write(bytes, from, length);
        if (last) {
            byte[] whole = fragments.toByteArray();
            fragments.reset();
            sink.message(fragmentedOpcode, whole, 0, whole.length);
        }
    }
}
