package io.tidings.protocol.socketio;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.JsonScanner.Token;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks into JSON objects without making objects of them. */
public final class JsonMembers {

    private JsonMembers() {}

    /**
     * The text of the value that an object has under a name; of several under the same name the last, as in JavaScript. Empty where
     * the text, which is known to be well-formed, is no object or has no such member.
     */
    public static Optional<Bytes> find(Bytes json, String name) {
        JsonScanner scanner = new JsonScanner(json, Integer.MAX_VALUE);
        if (scanner.next() != Token.START_OBJECT) {
            return Optional.empty();
        }
        Bytes found = null;
        while (scanner.next() == Token.KEY) {
            boolean wanted = JsonString.unquote(scanner.token()).equals(name);
            Bytes value = value(scanner, json, wanted);
            found = wanted ? value : found;
        }
        return Optional.ofNullable(found);
    }

    private static @Nullable Bytes value(JsonScanner scanner, Bytes json, boolean wanted) {
        int depth = scanner.depth();
        scanner.next();
        int start = scanner.start();
        while (scanner.depth() > depth) {
            scanner.next();
        }
        return wanted ? json.slice(start, scanner.end() - start) : null;
    }
}
