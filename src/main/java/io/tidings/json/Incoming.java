package io.tidings.json;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.JsonScanner;
import io.tidings.protocol.socketio.JsonScanner.Token;
import io.tidings.protocol.socketio.JsonString;
import io.tidings.socketio.RawArgument;

/** One argument while it is being read, token by token. Its text is well-formed. */
final class Incoming {

    /** Binders take more than a kilobyte of stack for each level, and a thread of a server may have little left. */
    private static final int DEEPEST_FOR_LIBRARIES = 100;

    private final RawArgument argument;
    private final JsonScanner scanner;
    private Token token;

    Incoming(RawArgument argument) {
        this.argument = argument;
        // how deep a client may go was decided when the packet came
        scanner = new JsonScanner(argument.text(), Integer.MAX_VALUE);
        token = scanner.next();
    }

    /** The last token. */
    Token token() {
        return token;
    }

    Token next() {
        token = scanner.next();
        return token;
    }

    boolean isNull() {
        return token == Token.NULL;
    }

    /** The last token as it was sent. */
    Bytes literal() {
        return scanner.token();
    }

    /** The text for which the last token stands, a key or a string. */
    String text() {
        return JsonString.unquote(scanner.token());
    }

    void expect(Token expected, String expectation) {
        if (token != expected) {
            throw new Mismatch(expectation);
        }
    }

    /** Whether an object may stand for an attachment; without attachments each is what it looks like. */
    boolean hasAttachments() {
        return !argument.attachments().isEmpty();
    }

    /** The attachment of that number. */
    Bytes attachment(int num) {
        if (num < 0 || num >= argument.attachments().size()) {
            throw new Mismatch("refers to an attachment that is not there");
        }
        return argument.attachments().get(num);
    }

    void skip() {
        int outside = outside();
        while (scanner.depth() > outside) {
            next();
        }
    }

    /** The whole value that begins with the last token, as an argument of its own. */
    RawArgument whole() {
        int start = scanner.start();
        skip();
        return slice(start);
    }

    /** The same, for libraries that know no bounds: neither for numbers nor for how deep they may call themselves. */
    RawArgument checkedWhole() {
        int start = scanner.start();
        int outside = outside();
        checkToken();
        while (scanner.depth() > outside) {
            next();
            checkToken();
            if (scanner.depth() - outside > DEEPEST_FOR_LIBRARIES) {
                throw new Mismatch("is nested too deeply");
            }
        }
        return slice(start);
    }

    private void checkToken() {
        boolean harmless = switch (token) {
            case NUMBER -> Numbers.isOrdinary(scanner.token());
            case STRING, KEY -> Numbers.mayBeParsed(scanner.token());
            default -> true;
        };
        if (!harmless) {
            throw new Mismatch("has a number that is out of all bounds");
        }
    }

    private int outside() {
        boolean opened = token == Token.START_OBJECT || token == Token.START_ARRAY;
        return opened ? scanner.depth() - 1 : scanner.depth();
    }

    private RawArgument slice(int start) {
        Bytes slice = argument.text().slice(start, scanner.end() - start);
        return new RawArgument(slice, argument.attachments(), argument.codec());
    }
}
