package io.tidings.json;

import io.tidings.protocol.socketio.JsonScanner.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads whatever comes: maps, lists, strings, {@link BigDecimal}, {@code Boolean}, null, and {@code byte[]} for attachments. */
final class AnyReader implements ValueReader {

    @Override
    public @Nullable Object read(Incoming in) {
        return switch (in.token()) {
            case START_OBJECT -> object(in);
            case START_ARRAY -> list(in);
            case STRING -> in.text();
            case NUMBER -> number(in);
            case TRUE -> true;
            case FALSE -> false;
            default -> null;
        };
    }

    private static BigDecimal number(Incoming in) {
        try {
            return Numbers.decimal(in.literal());
        } catch (ArithmeticException unfit) {
            throw new Mismatch("has a number that is out of all bounds", unfit);
        }
    }

    private List<@Nullable Object> list(Incoming in) {
        List<@Nullable Object> list = new ArrayList<>(4);
        while (in.next() != Token.END_ARRAY) {
            list.add(read(in));
        }
        return list;
    }

    private Object object(Incoming in) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>(4);
        while (in.next() == Token.KEY) {
            String key = in.text();
            in.next();
            members.put(key, read(in));
        }
        boolean placeholder = in.hasAttachments() && Boolean.TRUE.equals(members.get(PlaceholderObject.MARK));
        if (placeholder && members.get(PlaceholderObject.NUM) instanceof Number num) {
            return in.attachment(PlaceholderObject.index(num)).toArray();
        }
        return members;
    }
}
