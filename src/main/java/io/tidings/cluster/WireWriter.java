package io.tidings.cluster;

import io.tidings.protocol.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/** Writes the parts of a message one behind the other. For one thread. */
final class WireWriter {

    private byte[] bytes;
    private int length;

    /** @param expected how many bytes will probably be needed */
    WireWriter(int expected) {
        bytes = new byte[Math.max(64, expected)];
    }

    private void reserve(int count) {
        int needed = Math.addExact(length, count);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length + (bytes.length >> 1)));
        }
    }

    WireWriter octet(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
        return this;
    }

    WireWriter flag(boolean value) {
        return octet(value ? 1 : 0);
    }

    WireWriter fixed(long value) {
        reserve(Long.BYTES);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[length++] = (byte) (value >>> shift);
        }
        return this;
    }

    /** A number that is not negative, in seven bits an octet: the smaller, the shorter. */
    WireWriter number(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("negative: " + value);
        }
        long rest = value;
        while (rest > 0x7f) {
            octet((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        return octet((int) rest);
    }

    WireWriter raw(byte[] those) {
        reserve(those.length);
        System.arraycopy(those, 0, bytes, length, those.length);
        length += those.length;
        return this;
    }

    WireWriter bytes(Bytes those) {
        number(those.length());
        reserve(those.length());
        length = those.copyTo(bytes, length);
        return this;
    }

    WireWriter text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return number(utf8.length).raw(utf8);
    }

    WireWriter texts(Collection<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
        return this;
    }

    int length() {
        return length;
    }

    /** What has been written so far; what is written later does not change it. */
    Bytes toBytes() {
        return Bytes.wrap(bytes, 0, length);
    }
}
