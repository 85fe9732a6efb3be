package io.tidings.cluster;

import io.tidings.protocol.Bytes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the parts of a message. Believes no length before it has seen as many bytes, so that what a message claims to hold costs no
 * memory that the message does not cost itself.
 */
final class WireReader {

    private static final int LONGEST_NUMBER = 63;

    private final Bytes bytes;
    private int at;

    WireReader(Bytes bytes) {
        this.bytes = bytes;
    }

    int octet() {
        need(1);
        return bytes.at(at++) & 0xff;
    }

    boolean flag() {
        int value = octet();
        if (value > 1) {
            throw new DamagedException("neither true nor false");
        }
        return value == 1;
    }

    long fixed() {
        need(Long.BYTES);
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = (value << Byte.SIZE) | (bytes.at(at++) & 0xff);
        }
        return value;
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < LONGEST_NUMBER; shift += 7) {
            int octet = octet();
            value |= (long) (octet & 0x7f) << shift;
            if (octet <= 0x7f) {
                return value;
            }
        }
        throw new DamagedException("endless number");
    }

    /** How many of something follow, each of which takes at least one byte. */
    int count() {
        long count = number();
        if (count > remaining()) {
            throw new DamagedException("more is announced than there is");
        }
        return (int) count;
    }

    /** A view, not a copy. */
    Bytes bytes() {
        int length = count();
        Bytes part = bytes.slice(at, length);
        at += length;
        return part;
    }

    String text() {
        return bytes().toUtf8String();
    }

    List<String> list() {
        int count = count();
        List<String> texts = new ArrayList<>(Math.min(count, 16));
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    Set<String> set() {
        return new LinkedHashSet<>(list());
    }

    int remaining() {
        return bytes.length() - at;
    }

    /** Everything has to have been read: what nobody understands is not to be carried along. */
    void end() {
        if (remaining() > 0) {
            throw new DamagedException("more than a message");
        }
    }

    private void need(int count) {
        if (remaining() < count) {
            throw new DamagedException("cut off");
        }
    }
}
