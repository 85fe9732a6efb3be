package io.tidings.protocol.engineio;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.ProtocolException;
import java.util.Arrays;
import java.util.Base64;

/** A binary message written as text: on long polling, and on WebSockets of clients that want no binary there. */
final class Base64Text {

    /** Stands before it in place of a packet type. */
    static final byte MARK = 'b';

    private static final byte LINE_FEED = '\n';

    private Base64Text() {}

    static Bytes decode(Bytes encoded) {
        byte[] base64 = withoutLineFeeds(encoded);
        if (base64.length % 4 != 0) {
            // The decoder of the JDK would accept missing padding; both sides of this protocol always write it.
            throw new ProtocolException("base64 without padding");
        }
        try {
            return Bytes.wrap(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException notBase64) {
            throw new ProtocolException("malformed base64");
        }
    }

    /** The Java client ends each 76 characters, and whatever is the last line, with a line feed. */
    private static byte[] withoutLineFeeds(Bytes encoded) {
        byte[] base64 = encoded.toArray();
        int kept = 0;
        for (byte character : base64) {
            if (character != LINE_FEED) {
                base64[kept++] = character;
            }
        }
        return kept == base64.length ? base64 : Arrays.copyOf(base64, kept);
    }
}
