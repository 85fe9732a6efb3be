package io.tidings.protocol.socketio;

import io.tidings.protocol.Bytes;
import java.io.Writer;
import java.util.Arrays;

/** JSON while it is being written, in UTF-8. Whoever writes sees to it that it is JSON in the end. For one thread. */
public final class JsonText {

    private static final int LONGEST_CHARACTER = 4;

    private byte[] bytes;
    private int length;

    /** @param expected how many bytes will probably be needed */
    public JsonText(int expected) {
        bytes = new byte[Math.max(16, expected)];
    }

    public int length() {
        return length;
    }

    /** Appends one character of ASCII. */
    public JsonText append(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /** Appends a text of ASCII: a number or a literal. */
    public JsonText append(String ascii) {
        int count = ascii.length();
        reserve(count);
        for (int i = 0; i < count; i++) {
            bytes[length + i] = (byte) ascii.charAt(i);
        }
        length += count;
        return this;
    }

    /** Appends what is JSON already. */
    public JsonText append(Bytes json) {
        reserve(json.length());
        length = json.copyTo(bytes, length);
        return this;
    }

    /** Appends what is JSON already, but not encoded yet. */
    public JsonText appendEncoded(String json) {
        Characters characters = new Characters();
        characters.write(json, 0, json.length());
        characters.close();
        return this;
    }

    /** Appends a text in its quotes, as {@link JsonString#quote} writes it. */
    public JsonText quoted(String text) {
        int count = text.length();
        reserve(count + 2);
        byte[] target = bytes;
        int at = length;
        target[at++] = '"';
        int i = 0;
        while (i < count && isPlain(text.charAt(i))) {
            target[at++] = (byte) text.charAt(i++);
        }
        length = at;
        while (i < count) {
            int codePoint = text.codePointAt(i);
            character(codePoint);
            i += Character.charCount(codePoint);
        }
        return append('"');
    }

    /** Whether a character stands for itself, in one byte. */
    private static boolean isPlain(char unit) {
        return unit >= ' ' && unit < 0x80 && unit != '"' && unit != '\\';
    }

    private void character(int codePoint) {
        String escape = JsonString.escape(codePoint);
        if (escape == null) {
            encoded(codePoint);
        } else {
            append(escape);
        }
    }

    private void encoded(int codePoint) {
        reserve(LONGEST_CHARACTER);
        if (codePoint < 0x80) {
            bytes[length++] = (byte) codePoint;
            return;
        }
        int following = codePoint < 0x800 ? 1 : codePoint < 0x10000 ? 2 : 3;
        int shift = 6 * following;
        // begins with as many ones as there are bytes
        bytes[length++] = (byte) ((0xFF00 >> (following + 1)) | (codePoint >> shift));
        while (shift > 0) {
            shift -= 6;
            bytes[length++] = (byte) (0x80 | ((codePoint >> shift) & 0x3F));
        }
    }

    /**
     * Takes JSON from somebody who writes characters. A surrogate without its other half, which can only be within a string, is
     * escaped. Must be closed before anything else is appended.
     */
    public Writer writer() {
        return new Characters();
    }

    /** What has been written; nothing may be appended after that. */
    public Bytes toBytes() {
        boolean roomy = bytes.length - length > 32 + length / 4;
        return Bytes.wrap(roomy ? Arrays.copyOf(bytes, length) : bytes, 0, length);
    }

    private void reserve(int count) {
        int needed = Math.addExact(length, count);
        if (needed > bytes.length) {
            long roomy = 32 + bytes.length + (long) (bytes.length >> 1);
            bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(roomy, Integer.MAX_VALUE - 8)));
        }
    }

    private final class Characters extends Writer {

        private static final char NONE = 0;

        /** The first half of a character whose second half has not come. */
        private char half = NONE;

        @Override
        public void write(int unit) {
            put((char) unit);
        }

        @Override
        public void write(char[] units, int offset, int count) {
            for (int i = offset; i < offset + count; i++) {
                put(units[i]);
            }
        }

        @Override
        public void write(String text, int offset, int count) {
            for (int i = offset; i < offset + count; i++) {
                put(text.charAt(i));
            }
        }

        private void put(char unit) {
            if (half != NONE && Character.isLowSurrogate(unit)) {
                encoded(Character.toCodePoint(half, unit));
                half = NONE;
                return;
            }
            finishHalf();
            if (Character.isHighSurrogate(unit)) {
                half = unit;
            } else if (Character.isLowSurrogate(unit)) {
                character(unit);
            } else {
                encoded(unit);
            }
        }

        private void finishHalf() {
            if (half != NONE) {
                character(half);
                half = NONE;
            }
        }

        @Override
        public void flush() {
            // What has come is in the text already.
        }

        @Override
        public void close() {
            finishHalf();
        }
    }
}
