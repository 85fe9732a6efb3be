package io.tidings.json;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.JsonScanner.Token;
import io.tidings.protocol.socketio.JsonString;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads attachments by the placeholders that stand for them. Nothing else is taken for binary, no list and no base64. */
record BinaryReader(Function<Bytes, Object> made) implements ValueReader {

    @Override
    public @Nullable Object read(Incoming in) {
        if (in.isNull()) {
            return null;
        }
        if (in.token() != Token.START_OBJECT || !in.hasAttachments()) {
            throw notBinary();
        }
        boolean placeholder = false;
        int num = -1;
        while (in.next() == Token.KEY) {
            Bytes key = in.literal();
            Token value = in.next();
            if (JsonString.spells(key, PlaceholderObject.MARK)) {
                placeholder = value == Token.TRUE;
            } else if (JsonString.spells(key, PlaceholderObject.NUM) && value == Token.NUMBER) {
                num = PlaceholderObject.index(in.literal());
            }
            in.skip();
        }
        if (!placeholder) {
            throw notBinary();
        }
        return made.apply(in.attachment(num));
    }

    private static Mismatch notBinary() {
        return new Mismatch("must be binary");
    }
}
