package io.tidings.protocol.socketio;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.ProtocolException;
import io.tidings.protocol.socketio.JsonScanner.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the objects of a JSON text that stand for attachments, {@code {"_placeholder":true,"num":0}}, while it is
 * scanned, and sees to it that each attachment has exactly one. What receivers could understand in two ways, such as a
 * key given twice, is refused.
 */
public final class Placeholders {

    private static final int NO_INDEX = -1;

    private final int attachments;
    private final BitSet referred = new BitSet();
    private final List<Placeholder> found = new ArrayList<>();
    private @Nullable OpenObject innermost;

    Placeholders(int attachments) {
        this.attachments = attachments;
    }

    /**
     * Where a text refers to an attachment.
     *
     * @param start of the digits of its number
     * @param end of them
     */
    public record Placeholder(int num, int start, int end) {}

    /**
     * The placeholders in a text that is known to be JSON, in their order.
     *
     * @throws ProtocolException when one of them does not stand for one of so many attachments, or not for it alone
     */
    public static List<Placeholder> in(Bytes json, int attachments) {
        Placeholders placeholders = new Placeholders(attachments);
        // what was read has been limited before, what the application wrote is not ours to limit
        JsonScanner scanner = new JsonScanner(json, Integer.MAX_VALUE);
        Token token;
        do {
            token = scanner.next();
            placeholders.see(token, scanner);
        } while (token != Token.END);
        return placeholders.found;
    }

    /** Takes notice of the scanner's last token. */
    void see(Token token, JsonScanner scanner) {
        OpenObject object = innermost;
        if (token == Token.END_OBJECT && object != null) {
            close(object);
            innermost = object.outer;
            return;
        }
        if (object != null) {
            if (token == Token.KEY) {
                object.key(scanner.token(), found.size());
            } else {
                object.value(token, scanner);
            }
        }
        if (token == Token.START_OBJECT) {
            innermost = new OpenObject(object, found.size());
        }
    }

    /** To be called when the whole text has been seen. */
    void finish() {
        if (found.size() != attachments) {
            throw new ProtocolException("attachments without placeholder");
        }
    }

    private void close(OpenObject object) {
        if (!object.isPlaceholder) {
            return;
        }
        boolean holdsAnother = object.foundBefore != found.size();
        if (holdsAnother || object.num == NO_INDEX || object.num >= attachments || referred.get(object.num)) {
            throw malformed();
        }
        referred.set(object.num);
        found.add(new Placeholder(object.num, object.numStart, object.numEnd));
    }

    private static ProtocolException malformed() {
        return new ProtocolException("malformed placeholder");
    }

    private enum Key {
        PLACEHOLDER,
        NUM,
        OTHER
    }

    private static final class OpenObject {

        private final @Nullable OpenObject outer;
        /** The placeholders found before this object; at its end there are more if some lie within it. */
        private final int foundBefore;

        /** The keys whose values have placeholders in them, once there are such. */
        private @Nullable Set<String> bearers;

        private Bytes keyLiteral = Bytes.EMPTY;
        private int foundBeforeKey;
        private Key key = Key.OTHER;
        private boolean placeholderIsGiven;
        private boolean isPlaceholder;
        private boolean numIsGiven;
        private int num = NO_INDEX;
        private int numStart;
        private int numEnd;

        OpenObject(@Nullable OpenObject outer, int foundBefore) {
            this.outer = outer;
            this.foundBefore = foundBefore;
            this.foundBeforeKey = foundBefore;
        }

        void key(Bytes literal, int found) {
            refuseToReplace(literal, found);
            if (JsonString.spells(literal, "_placeholder")) {
                refuseIf(placeholderIsGiven);
                placeholderIsGiven = true;
                key = Key.PLACEHOLDER;
            } else if (JsonString.spells(literal, "num")) {
                refuseIf(numIsGiven);
                numIsGiven = true;
                key = Key.NUM;
            } else {
                key = Key.OTHER;
            }
        }

        /** Refuses a key given twice if that would make an attachment disappear: the last value counts. */
        private void refuseToReplace(Bytes literal, int found) {
            if (found > foundBeforeKey) {
                bearers = bearers == null ? new HashSet<>() : bearers;
                bearers.add(JsonString.unquote(keyLiteral));
            }
            refuseIf(bearers != null && bearers.contains(JsonString.unquote(literal)));
            keyLiteral = literal;
            foundBeforeKey = found;
        }

        private static void refuseIf(boolean repeated) {
            if (repeated) {
                throw malformed();
            }
        }

        /** Takes the value of the last key, or something within that value. */
        void value(Token token, JsonScanner scanner) {
            if (key == Key.PLACEHOLDER) {
                isPlaceholder = token == Token.TRUE;
            } else if (key == Key.NUM) {
                num = token == Token.NUMBER ? index(scanner.token()) : NO_INDEX;
                numStart = scanner.start();
                numEnd = scanner.end();
            }
            key = Key.OTHER;
        }

        /** The index that a number is; as clients write it, in digits only. */
        private static int index(Bytes number) {
            boolean leadingZero = number.length() > 1 && number.at(0) == '0';
            if (number.length() > 5 || leadingZero) {
                return NO_INDEX;
            }
            int index = 0;
            for (int i = 0; i < number.length(); i++) {
                int digit = number.at(i) - '0';
                if (digit < 0 || digit > 9) {
                    return NO_INDEX;
                }
                index = 10 * index + digit;
            }
            return index;
        }
    }
}
