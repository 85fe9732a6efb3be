package io.tidings.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Immutable bytes with value equality: a view of an array that nobody changes any more. */
public final class Bytes {

    public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

    private final byte[] array;
    private final int offset;
    private final int length;

    private Bytes(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    /** Takes the array over without a copy: from now on nobody may change it. */
    public static Bytes wrap(byte[] array) {
        return new Bytes(array, 0, array.length);
    }

    /** Takes a part of the array over without a copy: from now on nobody may change it. */
    public static Bytes wrap(byte[] array, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, array.length);
        return new Bytes(array, offset, length);
    }

    public static Bytes copyOf(byte[] array) {
        return wrap(array.clone());
    }

    public static Bytes utf8(String text) {
        return text.isEmpty() ? EMPTY : wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    public byte at(int index) {
        return array[offset + Objects.checkIndex(index, length)];
    }

    /** The bytes from an index on, sharing the same array. */
    public Bytes from(int index) {
        return slice(index, length - index);
    }

    public Bytes slice(int index, int count) {
        Objects.checkFromIndexSize(index, count, length);
        return new Bytes(array, offset + index, count);
    }

    /** Copies all bytes into the target and returns the position behind the last one. */
    public int copyTo(byte[] target, int position) {
        System.arraycopy(array, offset, target, position, length);
        return position + length;
    }

    public byte[] toArray() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }

    /** A view of the bytes that cannot be written to. */
    public ByteBuffer asByteBuffer() {
        return ByteBuffer.wrap(array, offset, length).slice().asReadOnlyBuffer();
    }

    public String toUtf8String() {
        return new String(array, offset, length, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes that
                && Arrays.equals(array, offset, offset + length, that.array, that.offset, that.offset + that.length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + array[i];
        }
        return hash;
    }

    /** Names only the length: contents belong to clients and stay out of logs. */
    @Override
    public String toString() {
        return "Bytes[" + length + "]";
    }
}
