package io.tidings.socketio;

import io.tidings.api.ArgumentException;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.JsonString;
import io.tidings.protocol.socketio.Payload;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The least that tests need of a codec; counts how often it writes. */
public final class PlainCodec implements ArgumentCodec {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\"_placeholder\":true,\"num\":(\\d+)\\}");

    private final AtomicInteger written = new AtomicInteger();

    /** How many payloads it has made so far. */
    int written() {
        return written.get();
    }

    @Override
    public Payload event(String name, @Nullable Object... arguments) {
        written.incrementAndGet();
        List<Bytes> attachments = new ArrayList<>();
        return Payload.event(name, texts(arguments, attachments), attachments);
    }

    @Override
    public Payload ack(@Nullable Object... arguments) {
        written.incrementAndGet();
        List<Bytes> attachments = new ArrayList<>();
        return Payload.ack(texts(arguments, attachments), attachments);
    }

    @Override
    public Bytes value(@Nullable Object value) {
        List<Bytes> attachments = new ArrayList<>();
        String text = text(value, attachments);
        if (!attachments.isEmpty()) {
            throw new IllegalArgumentException("no binary here");
        }
        return Bytes.utf8(text);
    }

    private static List<Bytes> texts(@Nullable Object[] arguments, List<Bytes> attachments) {
        List<Bytes> texts = new ArrayList<>();
        for (Object argument : arguments) {
            texts.add(Bytes.utf8(text(argument, attachments)));
        }
        return texts;
    }

    private static String text(@Nullable Object value, List<Bytes> attachments) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        } else if (value instanceof String string) {
            return JsonString.quote(string);
        } else if (value instanceof byte[] binary) {
            attachments.add(Bytes.copyOf(binary));
            return "{\"_placeholder\":true,\"num\":" + (attachments.size() - 1) + "}";
        } else if (value instanceof RawArgument raw) {
            return forwarded(raw, attachments);
        } else if (value instanceof List<?> list) {
            List<String> elements = new ArrayList<>();
            list.forEach(element -> elements.add(text(element, attachments)));
            return "[" + String.join(",", elements) + "]";
        } else if (value instanceof Map<?, ?> map) {
            List<String> members = new ArrayList<>();
            map.forEach((key, member) ->
                    members.add(JsonString.quote(String.valueOf(key)) + ":" + text(member, attachments)));
            return "{" + String.join(",", members) + "}";
        }
        throw new IllegalArgumentException("cannot write a " + value.getClass().getSimpleName());
    }

    private static String forwarded(RawArgument raw, List<Bytes> attachments) {
        if (raw.attachments().isEmpty()) {
            return raw.json();
        }
        return PLACEHOLDER.matcher(raw.json()).replaceAll(placeholder -> {
            attachments.add(raw.attachments().get(Integer.parseInt(placeholder.group(1))));
            return Matcher.quoteReplacement("{\"_placeholder\":true,\"num\":" + (attachments.size() - 1) + "}");
        });
    }

    @Override
    public ArgumentReader reader(Type type) {
        return argument -> {
            Object value = PlainJson.read(argument.json(), argument.attachments());
            if (value != null && type instanceof Class<?> expected && !expected.isInstance(value)) {
                throw new ArgumentException("must be a " + expected.getSimpleName());
            }
            return value;
        };
    }
}
