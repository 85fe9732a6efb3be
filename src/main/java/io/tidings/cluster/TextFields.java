package io.tidings.cluster;

import static io.tidings.cluster.TextReader.check;

import io.tidings.cluster.TextReader.UnreadableText;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.JsonScanner;
import io.tidings.protocol.socketio.JsonScanner.Token;
import io.tidings.protocol.socketio.JsonString;
import io.tidings.protocol.socketio.Payload;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of a text message and the values that they have, as text of JSON that is known to be well-formed. */
final class TextFields {

    /** All words that there are, so that no more are kept than a message may have. */
    static final int MOST_FIELDS = 16;
    /** Of rooms or users in one list. */
    static final int MOST_NAMES = 1_000;

    private final Map<String, Bytes> values = new HashMap<>();

    private TextFields() {}

    /** Throws a {@link io.tidings.protocol.ProtocolException} where the text is no JSON, or nested too deeply. */
    static TextFields of(Bytes json, int maxDepth) throws UnreadableText {
        TextFields fields = new TextFields();
        JsonScanner scanner = new JsonScanner(json, maxDepth);
        check(scanner.next() == Token.START_OBJECT, "it is no object");
        while (scanner.next() == Token.KEY) {
            check(fields.values.size() < MOST_FIELDS, "it has too many words");
            String word = JsonString.unquote(scanner.token());
            check(fields.values.put(word, value(scanner, json)) == null, "it has a word twice");
        }
        check(scanner.next() == Token.END, "there is something behind it");
        return fields;
    }

    private static Bytes value(JsonScanner scanner, Bytes json) {
        scanner.next();
        int start = scanner.start();
        while (scanner.depth() > 1) {
            scanner.next();
        }
        return json.slice(start, scanner.end() - start);
    }

    boolean has(String word) {
        return values.containsKey(word);
    }

    /** Refuses all but the verb and those words: what nobody understands may have mattered. */
    void allow(String verb, Set<String> words) throws UnreadableText {
        for (String word : values.keySet()) {
            check(word.equals(verb) || words.contains(word), "it has a word that means nothing there");
        }
    }

    private JsonScanner scanner(String word) {
        // has been scanned before
        return new JsonScanner(values.getOrDefault(word, Bytes.EMPTY), Integer.MAX_VALUE);
    }

    String text(String word, String otherwise) throws UnreadableText {
        if (!has(word)) {
            return otherwise;
        }
        JsonScanner scanner = scanner(word);
        check(scanner.next() == Token.STRING, "a name is no string");
        return JsonString.unquote(scanner.token());
    }

    boolean flag(String word, boolean otherwise) throws UnreadableText {
        if (!has(word)) {
            return otherwise;
        }
        Token token = scanner(word).next();
        check(token == Token.TRUE || token == Token.FALSE, "a flag is neither true nor false");
        return token == Token.TRUE;
    }

    Set<String> names(String word) throws UnreadableText {
        JsonScanner scanner = scanner(word);
        check(scanner.next() == Token.START_ARRAY, "a list of names is no array");
        Set<String> names = new LinkedHashSet<>();
        for (Token token = scanner.next(); token != Token.END_ARRAY; token = scanner.next()) {
            check(token == Token.STRING, "a name is no string");
            check(names.size() < MOST_NAMES, "a list has more than " + MOST_NAMES + " names");
            names.add(JsonString.unquote(scanner.token()));
        }
        return names;
    }

    /** The values of an array, none where there is none. */
    List<Bytes> elements(String word) throws UnreadableText {
        if (!has(word)) {
            return List.of();
        }
        check(scanner(word).next() == Token.START_ARRAY, "its arguments are no array");
        return Payload.of(values.getOrDefault(word, Bytes.EMPTY)).elements();
    }
}
