package io.tidings.protocol.socketio;

import io.tidings.protocol.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * RFC 8259 a second time and in another manner, by recursion and regular expressions: what JSON.parse would make of a
 * text. Strings are kept as they were written; of a key given twice the last value stays.
 */
final class ReferenceJson {

    record Literal(String text) {}

    private static final Pattern SPACE = Pattern.compile("[ \\t\\n\\r]*+");
    private static final Pattern STRING =
            Pattern.compile("\"(?:[^\"\\\\\\x00-\\x1f]++|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4})*+\"");
    private static final Pattern SCALAR =
            Pattern.compile("(?:-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?|true|false|null)");

    private final String text;
    private int at;
    private boolean repeatsKeys;

    private ReferenceJson(Bytes text) {
        // one character per byte, so that nothing depends on the encoding
        this.text = new String(text.toArray(), StandardCharsets.ISO_8859_1);
    }

    static boolean accepts(Bytes text) {
        try {
            parse(text);
            return true;
        } catch (IllegalArgumentException notJson) {
            return false;
        }
    }

    /** Whether an object has a key twice, in any spelling. */
    static boolean repeatsKeys(Bytes json) {
        ReferenceJson reference = new ReferenceJson(json);
        reference.value();
        return reference.repeatsKeys;
    }

    /** The value as lists, maps and literals. */
    static Object parse(Bytes text) {
        ReferenceJson reference = new ReferenceJson(text);
        Object value = reference.value();
        if (reference.at != reference.text.length()) {
            throw new IllegalArgumentException("more than one value");
        }
        return value;
    }

    private Object value() {
        skip(SPACE);
        Object value = sees('[') ? array() : sees('{') ? object() : literal();
        skip(SPACE);
        return value;
    }

    private List<Object> array() {
        List<Object> elements = new ArrayList<>();
        take('[');
        skip(SPACE);
        if (!sees(']')) {
            elements.add(value());
            while (sees(',')) {
                take(',');
                elements.add(value());
            }
        }
        take(']');
        return elements;
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        take('{');
        skip(SPACE);
        if (!sees('}')) {
            member(members);
            while (sees(',')) {
                take(',');
                member(members);
            }
        }
        take('}');
        return members;
    }

    private void member(Map<String, Object> members) {
        skip(SPACE);
        String key = skip(STRING);
        skip(SPACE);
        take(':');
        if (members.put(JsonString.unquote(Bytes.utf8(key)), value()) != null) {
            repeatsKeys = true;
        }
    }

    private Literal literal() {
        return new Literal(skip(sees('"') ? STRING : SCALAR));
    }

    private boolean sees(char expected) {
        return at < text.length() && text.charAt(at) == expected;
    }

    private void take(char expected) {
        if (!sees(expected)) {
            throw new IllegalArgumentException("no " + expected);
        }
        at++;
    }

    private String skip(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw new IllegalArgumentException("no " + pattern);
        }
        at = matcher.end();
        return matcher.group();
    }
}
