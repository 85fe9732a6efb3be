package io.tidings.json;

import io.tidings.protocol.socketio.JsonScanner.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads arrays of JSON and makes something of their elements: a list, a set, an array. */
record ListReader(ValueReader element, Function<List<@Nullable Object>, Object> made) implements ValueReader {

    @Override
    public @Nullable Object read(Incoming in) {
        if (in.isNull()) {
            return null;
        }
        in.expect(Token.START_ARRAY, "must be a list");
        List<@Nullable Object> elements = new ArrayList<>(4);
        while (in.next() != Token.END_ARRAY) {
            elements.add(element.read(in));
        }
        return made.apply(elements);
    }
}
