package io.tidings.protocol.websocket;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/** Builds what a client sends, right or wrong: masked frames, or any bytes at all. */
public final class ClientBytes {

    public static final int FIN = 0x80;
    public static final int RSV1 = 0x40;
    public static final int CONTINUATION = 0;
    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Random keys = new Random(20);

    public ClientBytes text(String text) {
        return frame(FIN | TEXT, utf8(text));
    }

    public ClientBytes binary(byte[] payload) {
        return frame(FIN | BINARY, payload);
    }

    public ClientBytes ping(String payload) {
        return frame(FIN | PING, utf8(payload));
    }

    public ClientBytes pong(String payload) {
        return frame(FIN | PONG, utf8(payload));
    }

    public ClientBytes close(int code, String reason) {
        return close(code, utf8(reason));
    }

    public ClientBytes close(int code, byte[] reason) {
        byte[] body = new byte[reason.length + 2];
        body[0] = (byte) (code >> 8);
        body[1] = (byte) code;
        System.arraycopy(reason, 0, body, 2, reason.length);
        return frame(FIN | CLOSE, body);
    }

    public ClientBytes frame(int first, String payload) {
        return frame(first, utf8(payload));
    }

    /** A masked frame, its length in the shortest form. */
    public ClientBytes frame(int first, byte[] payload) {
        byte[] key = new byte[4];
        keys.nextBytes(key);
        header(first, 0x80, payload.length);
        bytes.writeBytes(key);
        for (int i = 0; i < payload.length; i++) {
            bytes.write(payload[i] ^ key[i & 3]);
        }
        return this;
    }

    /** A message in fragments of a size, the last of which may be shorter. */
    public ClientBytes fragments(int first, byte[] payload, int size) {
        int at = 0;
        int opcode = first;
        do {
            int end = (int) Math.min(payload.length, (long) at + size);
            byte[] piece = Arrays.copyOfRange(payload, at, end);
            frame(opcode | (end == payload.length ? FIN : 0), piece);
            opcode = CONTINUATION;
            at = end;
        } while (at < payload.length);
        return this;
    }

    /** A frame as servers send it, which no client may. */
    public ClientBytes unmasked(int first, String payload) {
        byte[] body = utf8(payload);
        header(first, 0, body.length);
        bytes.writeBytes(body);
        return this;
    }

    public ClientBytes hex(String hex) {
        bytes.writeBytes(HexFormat.of().parseHex(hex.replace(" ", "")));
        return this;
    }

    public byte[] toArray() {
        return bytes.toByteArray();
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] ofHex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private void header(int first, int mask, int length) {
        bytes.write(first);
        if (length <= 125) {
            bytes.write(mask | length);
        } else if (length <= 0xFFFF) {
            bytes.write(mask | 126);
            bytes.write(length >> 8);
            bytes.write(length);
        } else {
            bytes.write(mask | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                bytes.write((int) ((long) length >> shift));
            }
        }
    }
}
