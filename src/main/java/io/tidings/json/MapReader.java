package io.tidings.json;

import io.tidings.protocol.socketio.JsonScanner.Token;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads objects of JSON as maps whose keys are strings. */
record MapReader(ValueReader value) implements ValueReader {

    @Override
    public @Nullable Object read(Incoming in) {
        if (in.isNull()) {
            return null;
        }
        in.expect(Token.START_OBJECT, "must be an object");
        Map<String, @Nullable Object> members = new LinkedHashMap<>(4);
        while (in.next() == Token.KEY) {
            String key = in.text();
            in.next();
            members.put(key, value.read(in));
        }
        return members;
    }
}
