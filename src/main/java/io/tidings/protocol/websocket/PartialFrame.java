package io.tidings.protocol.websocket;

import io.tidings.protocol.Bytes;

/**
 * One frame as far as it has arrived: its header byte by byte, then the count of what is left of its payload. Refuses a
 * header at the first byte that no frame from a client may have.
 */
final class PartialFrame {

    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int LONGEST_CONTROL = 125;

    private static final int FIN = 0x80;
    private static final int COMPRESSED = 0x40;
    private static final int RESERVED = 0x30;
    private static final int MASKED = 0x80;
    private static final int KEY_SIZE = 4;
    private static final byte[] NOTHING = {};

    private final boolean compressionAgreed;
    private int headerRead;
    private int headerSize = 2;
    private int first;
    private int key;
    private long length;
    private long remaining;
    private byte[] controlPayload = NOTHING;

    PartialFrame(boolean compressionAgreed) {
        this.compressionAgreed = compressionAgreed;
    }

    /** Takes what the buffer holds of the header and returns the position behind it. */
    int takeHeader(byte[] buffer, int from, int end) {
        int at = from;
        while (at < end && headerRead < headerSize) {
            takeHeaderByte(buffer[at++] & 0xFF);
        }
        return at;
    }

    boolean hasHeader() {
        return headerRead == headerSize;
    }

    /** Takes what the buffer holds of a control frame's payload. */
    void takeControl(byte[] buffer, int at, int count) {
        if (controlPayload == NOTHING && length > 0) {
            controlPayload = new byte[(int) length];
        }
        Masking.unmask(buffer, at, controlPayload, (int) (length - remaining), count, key());
    }

    /** Counts payload that was taken. */
    void taken(int count) {
        remaining -= count;
    }

    /** The masking key as the next byte of the payload needs it. */
    int key() {
        return Masking.rotated(key, (int) (length - remaining));
    }

    long length() {
        return length;
    }

    long remaining() {
        return remaining;
    }

    Bytes control() {
        return Bytes.wrap(controlPayload);
    }

    int opcode() {
        return first & 0x0F;
    }

    boolean isControl() {
        return opcode() >= CLOSE;
    }

    boolean isContinuation() {
        return opcode() == 0;
    }

    boolean isLast() {
        return (first & FIN) != 0;
    }

    boolean isCompressed() {
        return (first & COMPRESSED) != 0;
    }

    private void takeHeaderByte(int octet) {
        int index = headerRead++;
        int keyStart = headerSize - KEY_SIZE;
        if (index == 0) {
            first = octet;
            checkFirst();
        } else if (index == 1) {
            takeShortLength(octet);
        } else if (index < keyStart) {
            length = (length << 8) | octet;
            if (index == keyStart - 1) {
                checkLongLength();
            }
        } else {
            key |= octet << ((index - keyStart) << 3);
        }
    }

    private void checkFirst() {
        if ((opcode() & 7) > 2) {
            throw WebSocketException.protocolError("reserved opcode");
        }
        if (isControl() && !isLast()) {
            throw WebSocketException.protocolError("fragmented control frame");
        }
        boolean mayBeCompressed = compressionAgreed && !isControl() && !isContinuation();
        if ((first & RESERVED) != 0 || (isCompressed() && !mayBeCompressed)) {
            throw WebSocketException.protocolError("reserved bit set");
        }
    }

    private void takeShortLength(int octet) {
        if ((octet & MASKED) == 0) {
            throw WebSocketException.protocolError("frame without mask");
        }
        int announced = octet & 0x7F;
        if (announced <= LONGEST_CONTROL) {
            length = announced;
            remaining = announced;
            headerSize = 2 + KEY_SIZE;
        } else if (isControl()) {
            throw WebSocketException.protocolError("control frame too long");
        } else {
            headerSize = 2 + (announced == 126 ? Short.BYTES : Long.BYTES) + KEY_SIZE;
        }
    }

    private void checkLongLength() {
        long shortest = headerSize == 2 + Short.BYTES + KEY_SIZE ? 126 : 0x10000;
        // also catches a 64-bit length with its highest bit set, which is negative here
        if (length < shortest) {
            throw WebSocketException.protocolError("length not in its shortest form");
        }
        remaining = length;
    }
}
