package io.tidings.bench.load;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Writes RFC 6455 frames as a client does: masked, with a data frame that is masked once and stamped per message. */
final class ClientFrames {

    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    /** Fixed, so that a frame can be masked ahead of time; not zero, so that the server has to unmask it. */
    private static final int MASK = 0x5AC3_71E9;

    private static final int FIN = 0x80;
    private static final int MASKED = 0x80;
    private static final int ONE_BYTE = 125;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;
    private static final int LARGEST_HEADER = 14;

    private final Payload payload;
    private final byte[] frame;
    private final int payloadAt;

    ClientFrames(Payload payload, boolean binary) {
        this.payload = payload;
        ByteBuffer target = ByteBuffer.allocate(LARGEST_HEADER + payload.length());
        put(target, binary ? BINARY : TEXT, payload.template());
        payloadAt = target.position() - payload.length();
        frame = Arrays.copyOf(target.array(), target.position());
    }

    int length() {
        return frame.length;
    }

    /** Puts the data frame of one message. */
    void put(ByteBuffer target, int stamp) {
        int start = target.position();
        target.put(frame);
        payload.stampMasked(target, start + payloadAt, stamp, MASK);
    }

    /** Puts any frame. */
    static void put(ByteBuffer target, int opcode, byte[] content) {
        target.put((byte) (FIN | opcode));
        if (content.length <= ONE_BYTE) {
            target.put((byte) (MASKED | content.length));
        } else if (content.length <= 0xFFFF) {
            target.put((byte) (MASKED | TWO_BYTES)).putShort((short) content.length);
        } else {
            target.put((byte) (MASKED | EIGHT_BYTES)).putLong(content.length);
        }
        target.putInt(MASK);
        for (int i = 0; i < content.length; i++) {
            target.put((byte) (content[i] ^ (MASK >> (Byte.SIZE * (3 - i % 4)))));
        }
    }
}
