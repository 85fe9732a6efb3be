package io.tidings.protocol.websocket;

import io.tidings.protocol.Bytes;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * One data message of which not all has arrived. Its buffer grows with what did arrive, never with what a header
 * announces, and by at most a factor of two; text is validated on the way in.
 */
final class PartialMessage {

    private static final int FIRST_GROWTH = 256;
    private static final byte[] NOTHING = {};

    private final boolean text;
    private final FrameLimits limits;
    private final @Nullable Inflation inflation;
    private byte[] bytes = NOTHING;
    private int length;
    private int utf8 = Utf8.COMPLETE;
    private int fragments;
    private long received;
    /** What the message can come to at most, as far as the headers tell. */
    private int bound;

    PartialMessage(boolean text, FrameLimits limits, @Nullable Inflation inflation) {
        this.text = text;
        this.limits = limits;
        this.inflation = inflation;
        bound = limits.maxMessage();
    }

    boolean isText() {
        return text;
    }

    /** Admits one more frame of the message by its header alone. */
    void admit(PartialFrame frame) {
        if (++fragments > limits.maxFragments()) {
            throw new WebSocketException(CloseCode.POLICY_VIOLATION, "message in too many fragments");
        }
        // difference instead of sum: an announced length may be as large as a long
        if (frame.length() > receivable() - received) {
            throw WebSocketException.tooBig();
        }
        received += frame.length();
        if (frame.isLast() && inflation == null) {
            bound = (int) received;
        }
    }

    /** Takes masked payload; clobbers the buffer when it has to be decompressed. */
    void append(byte[] buffer, int at, int count, int key) {
        if (inflation != null) {
            Masking.unmask(buffer, at, buffer, at, count, key);
            inflation.inflate(buffer, at, count, this);
            return;
        }
        makeRoom(count);
        boolean ascii = Masking.unmask(buffer, at, bytes, length, count, key);
        grown(count, ascii);
    }

    /** Reads decompressed bytes; true when there may be more than there was room for. */
    boolean fillFrom(Inflater inflater) throws DataFormatException {
        if (length == bound) {
            if (inflater.inflate(new byte[1]) > 0) {
                throw WebSocketException.tooBig();
            }
            return false;
        }
        makeRoom(1);
        int count = inflater.inflate(bytes, length, bytes.length - length);
        grown(count, false);
        return length == bytes.length;
    }

    Bytes finish() {
        if (inflation != null) {
            inflation.finishMessage();
        }
        if (utf8 != Utf8.COMPLETE) {
            throw WebSocketException.invalidPayload("text ends within a character");
        }
        return Bytes.wrap(bytes, 0, length);
    }

    /** Incompressible data grows a little by compression; beyond that a message is too big before it is decompressed. */
    private long receivable() {
        long limit = limits.maxMessage();
        return inflation == null ? limit : limit + (limit >> 3) + 1024;
    }

    private void makeRoom(int count) {
        int needed = length + count;
        if (needed > bytes.length) {
            long doubled = Math.max(2L * bytes.length, FIRST_GROWTH);
            bytes = Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(bound, doubled)));
        }
    }

    private void grown(int count, boolean ascii) {
        if (text && (!ascii || utf8 != Utf8.COMPLETE)) {
            utf8 = Utf8.advance(utf8, bytes, length, count);
            if (utf8 == Utf8.INVALID) {
                throw WebSocketException.invalidPayload("text is not UTF-8");
            }
        }
        length += count;
    }
}
