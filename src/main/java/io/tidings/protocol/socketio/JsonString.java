package io.tidings.protocol.socketio;

import io.tidings.protocol.Bytes;
import org.jspecify.annotations.Nullable;

/** Strings of JSON in their quotes, and the text that they stand for. */
public final class JsonString {

    private static final int ESCAPE = 2;
    private static final int UNICODE_ESCAPE = 6;
    private static final String HEX = "0123456789abcdef";

    private JsonString() {}

    /**
     * Writes a text as JSON, the way JSON.stringify does: a surrogate without its other half is escaped, because UTF-8
     * has no form for it.
     */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            String escape = escape(codePoint);
            if (escape == null) {
                quoted.appendCodePoint(codePoint);
            } else {
                quoted.append(escape);
            }
            at += Character.charCount(codePoint);
        }
        return quoted.append('"').toString();
    }

    /** What stands for a character within quotes where it cannot stand for itself. */
    static @Nullable String escape(int codePoint) {
        return switch (codePoint) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> unicodeEscape(codePoint);
        };
    }

    private static @Nullable String unicodeEscape(int unit) {
        boolean halfCharacter = unit >= Character.MIN_SURROGATE && unit <= Character.MAX_SURROGATE;
        if (unit >= ' ' && !halfCharacter) {
            return null;
        }
        StringBuilder escape = new StringBuilder(UNICODE_ESCAPE).append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            escape.append(HEX.charAt((unit >> shift) & 0xF));
        }
        return escape.toString();
    }

    /** The text of a JSON string that is known to be well-formed. */
    public static String unquote(Bytes literal) {
        int end = literal.length() - 1;
        int escape = nextEscape(literal, 1, end);
        if (escape == end) {
            return literal.slice(1, end - 1).toUtf8String();
        }
        StringBuilder text = new StringBuilder(end);
        int plain = 1;
        while (escape < end) {
            text.append(literal.slice(plain, escape - plain).toUtf8String()).append(escaped(literal, escape));
            plain = escape + escapeLength(literal, escape);
            escape = nextEscape(literal, plain, end);
        }
        return text.append(literal.slice(plain, end - plain).toUtf8String()).toString();
    }

    private static int nextEscape(Bytes literal, int from, int end) {
        int at = from;
        while (at < end && literal.at(at) != '\\') {
            at++;
        }
        return at;
    }

    /** Whether a well-formed JSON string stands for a text of ASCII, without decoding more than needed. */
    public static boolean spells(Bytes literal, String ascii) {
        int end = literal.length() - 1;
        int at = 1;
        for (int i = 0; i < ascii.length(); i++) {
            if (at >= end) {
                return false;
            }
            boolean escape = literal.at(at) == '\\';
            char unit = escape ? escaped(literal, at) : (char) (literal.at(at) & 0xFF);
            if (unit != ascii.charAt(i)) {
                return false;
            }
            at += escape ? escapeLength(literal, at) : 1;
        }
        return at == end;
    }

    private static int escapeLength(Bytes literal, int backslash) {
        return literal.at(backslash + 1) == 'u' ? UNICODE_ESCAPE : ESCAPE;
    }

    private static char escaped(Bytes literal, int backslash) {
        byte escape = literal.at(backslash + 1);
        return switch (escape) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                int unit = 0;
                for (int i = backslash + 2; i < backslash + UNICODE_ESCAPE; i++) {
                    unit = unit << 4 | Character.digit(literal.at(i), 16);
                }
                yield (char) unit;
            }
            default -> (char) escape;
        };
    }
}
