package io.tidings.cluster.jms;

import io.tidings.protocol.Bytes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What nodes say, several at once: each with its length before it. Whatever waits while another message is under way goes
 * together, because a message costs a broker and its clients much, and its size little.
 */
final class Bundle {

    /** A larger one would keep others waiting. One that is larger alone goes alone. */
    static final int LARGEST = 64 * 1024;

    private Bundle() {}

    static byte[] of(List<Bytes> parts) {
        int size =
                parts.stream().mapToInt(part -> Integer.BYTES + part.length()).sum();
        ByteBuffer bundle = ByteBuffer.allocate(size);
        for (Bytes part : parts) {
            bundle.putInt(part.length()).put(part.toArray());
        }
        return bundle.array();
    }

    /** The parts; the last one is empty where something is that is none, and whatever stands behind it is not looked at. */
    static List<Bytes> parts(Bytes bundle) {
        List<Bytes> parts = new ArrayList<>();
        int at = 0;
        do {
            int length = bundle.length() - at < Integer.BYTES ? 0 : intAt(bundle, at);
            at += Integer.BYTES;
            if (length <= 0 || length > bundle.length() - at) {
                parts.add(Bytes.EMPTY);
                break;
            }
            parts.add(bundle.slice(at, length));
            at += length;
        } while (at < bundle.length());
        return parts;
    }

    private static int intAt(Bytes bytes, int index) {
        int value = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            value = value << Byte.SIZE | (bytes.at(index + i) & 0xff);
        }
        return value;
    }
}
