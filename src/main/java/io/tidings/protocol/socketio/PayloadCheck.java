package io.tidings.protocol.socketio;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.ProtocolException;
import io.tidings.protocol.socketio.JsonScanner.Token;

/** Whether what somebody else has written is what its packet may carry; ends in a {@link ProtocolException} if not. */
public final class PayloadCheck {

    private PayloadCheck() {}

    /** An event that another server has encoded: how deeply its application has nested it is not ours to limit. */
    public static void event(Payload payload) {
        event(payload.json(), payload.attachments().size(), Integer.MAX_VALUE);
    }

    /** An acknowledgement that another server has received or encoded. */
    public static void ack(Payload payload) {
        ack(payload.json(), payload.attachments().size(), Integer.MAX_VALUE);
    }

    static void event(Bytes json, int attachments, int maxDepth) {
        JsonScanner scanner = arrayScanner(json, maxDepth);
        scanner.next();
        checkEventName(scanner);
        readOn(scanner, attachments);
    }

    static void ack(Bytes json, int attachments, int maxDepth) {
        readOn(arrayScanner(json, maxDepth), attachments);
    }

    /** What comes with a client that wants to connect. */
    static void auth(Bytes json, int maxDepth) {
        check(json.isEmpty() || json.at(0) == '{', "malformed connect packet");
        if (!json.isEmpty()) {
            readOn(new JsonScanner(json, maxDepth), 0);
        }
    }

    private static JsonScanner arrayScanner(Bytes json, int maxDepth) {
        // not even white space may stand before the array, or it could be taken for part of the ack id
        check(!json.isEmpty() && json.at(0) == '[', "payload is no array");
        return new JsonScanner(json, maxDepth);
    }

    private static void checkEventName(JsonScanner scanner) {
        Token first = scanner.next();
        check(first == Token.STRING || first == Token.NUMBER, "event without name");
        check(first == Token.NUMBER || !ReservedEvents.containsLiteral(scanner.token()), "reserved event name");
    }

    /** Reads on to the end. */
    private static void readOn(JsonScanner scanner, int attachments) {
        if (attachments == 0) {
            Token token;
            do {
                token = scanner.next();
            } while (token != Token.END);
            return;
        }
        Placeholders placeholders = new Placeholders(attachments);
        for (Token token = scanner.next(); token != Token.END; token = scanner.next()) {
            placeholders.see(token, scanner);
        }
        placeholders.finish();
    }

    static void check(boolean condition, String otherwise) {
        if (!condition) {
            throw new ProtocolException(otherwise);
        }
    }
}
