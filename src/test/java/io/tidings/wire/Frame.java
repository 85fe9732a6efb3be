package io.tidings.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** One WebSocket frame, in either direction; valid only if the test wants it so. */
final class Frame {

    static final int TEXT = 0x81;
    static final int BINARY = 0x82;
    static final int CLOSE = 0x88;
    static final int PING = 0x89;
    static final int PONG = 0x8a;

    private static final int MASKED = 0x80;

    private final int first;
    private final byte[] payload;

    /** The first byte is the one with the opcode and the flags before it. */
    Frame(int first, byte[] payload) {
        this.first = first;
        this.payload = payload.clone();
    }

    static Frame text(String text) {
        return new Frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    static Frame ping(int size) {
        return new Frame(PING, new byte[size]);
    }

    static Frame close(int code) {
        return new Frame(CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
    }

    /** Bytes as the vectors write them: hexadecimal, blanks wherever they help. */
    static byte[] hex(String bytes) {
        return HexFormat.of().parseHex(bytes.replace(" ", ""));
    }

    /** As a client sends it, with a mask of zeros, which leaves the payload readable. */
    byte[] masked() {
        return bytes(MASKED, new byte[4]);
    }

    /** As no client may send it. */
    byte[] unmasked() {
        return bytes(0, new byte[0]);
    }

    private byte[] bytes(int maskBit, byte[] mask) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(payload.length + 14);
        bytes.write(first);
        if (payload.length < 126) {
            bytes.write(maskBit | payload.length);
        } else if (payload.length < 1 << 16) {
            bytes.write(maskBit | 126);
            bytes.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) payload.length).array());
        } else {
            bytes.write(maskBit | 127);
            bytes.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        bytes.writeBytes(mask);
        bytes.writeBytes(payload);
        return bytes.toByteArray();
    }

    byte[] payload() {
        return payload.clone();
    }

    String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    boolean isClose() {
        return first == CLOSE;
    }

    boolean isBinary() {
        return first == BINARY;
    }

    /** Whether it is a ping of the heartbeat, which is none of WebSocket. */
    boolean isPing() {
        return first == TEXT && payload.length == 1 && payload[0] == '2';
    }

    /** The code of a Close frame; 1005 where it has none. */
    int closeCode() {
        return payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xffff;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frame frame && frame.first == first && Arrays.equals(frame.payload, payload);
    }

    @Override
    public int hashCode() {
        return 31 * first + Arrays.hashCode(payload);
    }

    @Override
    public String toString() {
        return isClose() ? "close " + closeCode() : Integer.toHexString(first) + " " + text();
    }
}
