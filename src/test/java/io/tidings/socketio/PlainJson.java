package io.tidings.socketio;

import io.tidings.protocol.Bytes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON that is known to be well-formed, as maps, lists, strings, numbers and booleans; placeholders as the bytes they stand for. */
final class PlainJson {

    private final String text;
    private final List<Bytes> attachments;
    private int at;

    private PlainJson(String text, List<Bytes> attachments) {
        this.text = text;
        this.attachments = attachments;
    }

    static @Nullable Object read(String text, List<Bytes> attachments) {
        return new PlainJson(text, attachments).value();
    }

    private @Nullable Object value() {
        return switch (next()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", null);
            default -> number();
        };
    }

    private char next() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.charAt(at);
    }

    private @Nullable Object literal(String word, @Nullable Object value) {
        at += word.length();
        return value;
    }

    private Object object() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        at++;
        while (next() != '}') {
            String key = string();
            next();
            at++;
            members.put(key, value());
            skipComma();
        }
        at++;
        return members.containsKey("_placeholder")
                ? attachments
                        .get(((Number) members.getOrDefault("num", -1)).intValue())
                        .toArray()
                : members;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> elements = new ArrayList<>();
        at++;
        while (next() != ']') {
            elements.add(value());
            skipComma();
        }
        at++;
        return elements;
    }

    private void skipComma() {
        if (next() == ',') {
            at++;
        }
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        at++;
        while (text.charAt(at) != '"') {
            char plain = text.charAt(at++);
            string.append(plain == '\\' ? escaped() : plain);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char escape = text.charAt(at++);
        return switch (escape) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> escape;
        };
    }

    private Object number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(start, at);
        return digits.matches("-?\\d{1,9}") ? (Object) Integer.valueOf(digits) : Double.valueOf(digits);
    }
}
