package io.tidings.protocol.socketio;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.ProtocolException;
import java.util.Arrays;

/**
 * Reads one JSON text, RFC 8259 and nothing beyond it, token by token. Whoever reads on to {@link Token#END} has
 * validated the text. Needs no recursion, and for each level of nesting one bit.
 */
public final class JsonScanner {

    /** A key is a string before a colon, which is read with it. */
    public enum Token {
        START_OBJECT,
        END_OBJECT,
        START_ARRAY,
        END_ARRAY,
        KEY,
        STRING,
        NUMBER,
        TRUE,
        FALSE,
        NULL,
        END
    }

    private enum Expected {
        VALUE,
        VALUE_OR_END,
        KEY,
        KEY_OR_END,
        COMMA_OR_END,
        NOTHING
    }

    /** Stands for the byte behind the last one. */
    private static final int NONE = -1;

    private static final long[] SHALLOW = {};

    private final Bytes text;
    private final int maxDepth;
    private int at;
    private int start;
    private int end;
    private Expected expected = Expected.VALUE;
    private int depth;
    /** One bit for each of the innermost levels, set for an object; the lowest is the innermost. */
    private long objects;
    /** The bits of the levels further out, 64 at a time. */
    private long[] outerObjects = SHALLOW;

    public JsonScanner(Bytes text, int maxDepth) {
        this.text = text;
        this.maxDepth = maxDepth;
    }

    /** Where the last token begins. */
    public int start() {
        return start;
    }

    /** Where the last token ends; the colon behind a key is not part of it. */
    public int end() {
        return end;
    }

    public Bytes token() {
        return text.slice(start, end - start);
    }

    /** How many arrays and objects are open. */
    public int depth() {
        return depth;
    }

    /** The next token. Throws a ProtocolException where the text is no JSON, or nested too deeply. */
    public Token next() {
        int first = skipSpace();
        if (first == ',' && expected == Expected.COMMA_OR_END) {
            at++;
            expected = inObject() ? Expected.KEY : Expected.VALUE;
            first = skipSpace();
        }
        start = at;
        Token token = token(first);
        if (token != Token.KEY) {
            end = at;
        }
        return token;
    }

    private Token token(int first) {
        return switch (expected) {
            case VALUE -> value(first);
            case VALUE_OR_END -> first == ']' ? close(Token.END_ARRAY) : value(first);
            case KEY -> key(first);
            case KEY_OR_END -> first == '}' ? close(Token.END_OBJECT) : key(first);
            case COMMA_OR_END -> {
                boolean object = inObject();
                check(first == (object ? '}' : ']'));
                yield close(object ? Token.END_OBJECT : Token.END_ARRAY);
            }
            case NOTHING -> {
                check(first == NONE);
                yield Token.END;
            }
        };
    }

    private Token key(int first) {
        check(first == '"');
        skipString();
        end = at;
        check(skipSpace() == ':');
        at++;
        expected = Expected.VALUE;
        return Token.KEY;
    }

    private Token value(int first) {
        return switch (first) {
            case '{' -> open(true);
            case '[' -> open(false);
            case '"' -> {
                skipString();
                yield scalar(Token.STRING);
            }
            case 't' -> literal("true", Token.TRUE);
            case 'f' -> literal("false", Token.FALSE);
            case 'n' -> literal("null", Token.NULL);
            default -> {
                skipNumber();
                yield scalar(Token.NUMBER);
            }
        };
    }

    private Token scalar(Token token) {
        expected = depth == 0 ? Expected.NOTHING : Expected.COMMA_OR_END;
        return token;
    }

    private Token literal(String word, Token token) {
        for (int i = 0; i < word.length(); i++) {
            check(peek() == word.charAt(i));
            at++;
        }
        return scalar(token);
    }

    private Token open(boolean object) {
        if (depth == maxDepth) {
            throw new ProtocolException("JSON nested too deeply");
        }
        if (depth > 0 && depth % Long.SIZE == 0) {
            int used = depth / Long.SIZE;
            if (used > outerObjects.length) {
                outerObjects = Arrays.copyOf(outerObjects, 2 * used);
            }
            outerObjects[used - 1] = objects;
        }
        objects = objects << 1 | (object ? 1 : 0);
        depth++;
        at++;
        expected = object ? Expected.KEY_OR_END : Expected.VALUE_OR_END;
        return object ? Token.START_OBJECT : Token.START_ARRAY;
    }

    private Token close(Token token) {
        at++;
        depth--;
        objects >>>= 1;
        if (depth > 0 && depth % Long.SIZE == 0) {
            objects = outerObjects[depth / Long.SIZE - 1];
        }
        return scalar(token);
    }

    private boolean inObject() {
        return (objects & 1) != 0;
    }

    private void skipString() {
        int i = at + 1;
        while (true) {
            check(i < text.length());
            byte next = text.at(i);
            if (next == '"') {
                at = i + 1;
                return;
            }
            if (next == '\\') {
                i = escapeEnd(i);
            } else {
                // what is negative is part of a longer character, and such bytes are valid for the layer below
                check(next >= ' ' || next < 0);
                i++;
            }
        }
    }

    private int escapeEnd(int backslash) {
        check(backslash + 1 < text.length());
        byte escape = text.at(backslash + 1);
        int next = backslash + 2;
        if (escape == 'u') {
            check(next + 4 <= text.length());
            for (int i = next; i < next + 4; i++) {
                check(Character.digit(text.at(i), 16) >= 0);
            }
            return next + 4;
        }
        check("\"\\/bfnrt".indexOf(escape) >= 0);
        return next;
    }

    private void skipNumber() {
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            skipDigits();
        }
        if (peek() == '.') {
            at++;
            skipDigits();
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            skipDigits();
        }
    }

    private void skipDigits() {
        int i = at;
        while (i < text.length() && text.at(i) >= '0' && text.at(i) <= '9') {
            i++;
        }
        check(i > at);
        at = i;
    }

    private int skipSpace() {
        int next = peek();
        while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
            at++;
            next = peek();
        }
        return next;
    }

    private int peek() {
        return at < text.length() ? text.at(at) & 0xFF : NONE;
    }

    private static void check(boolean wellFormed) {
        if (!wellFormed) {
            throw new ProtocolException("malformed JSON");
        }
    }
}
