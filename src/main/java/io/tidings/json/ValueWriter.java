package io.tidings.json;

import io.tidings.api.Argument;
import io.tidings.api.Arguments;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.JsonText;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values of the application into one payload: by itself what has no need of a binder, the rest with JSON-B. */
final class ValueWriter {

    /** As deep as the payload of a client may be. */
    private static final int DEEPEST = 500;

    private final Outgoing out;
    private final JsonText text;
    private final Forms forms;
    private final Binding binding;
    private int depth;

    ValueWriter(Outgoing out, Forms forms, Binding binding) {
        this.out = out;
        this.text = out.text();
        this.forms = forms;
        this.binding = binding;
    }

    void write(@Nullable Object value) {
        if (value == null) {
            text.append("null");
        } else if (value instanceof String string) {
            text.quoted(string);
        } else if (value instanceof Argument argument) {
            out.forward(argument, text);
        } else if (value instanceof Boolean) {
            text.append(value.toString());
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof byte[] array) {
            attachment(Bytes.copyOf(array));
        } else {
            container(value);
        }
    }

    private void number(Number number) {
        if (number instanceof Integer
                || number instanceof Long
                || number instanceof Short
                || number instanceof Byte
                || number instanceof BigDecimal
                || number instanceof BigInteger) {
            text.append(number.toString());
        } else if (number instanceof Double || number instanceof Float) {
            if (!Double.isFinite(number.doubleValue())) {
                throw new IllegalArgumentException("JSON has no numbers that are infinite or none");
            }
            text.append(number.toString());
        } else {
            binding.write(number, out);
        }
    }

    private void attachment(Bytes attachment) {
        text.append("{\"_placeholder\":true,\"num\":")
                .append(Integer.toString(out.attach(attachment)))
                .append('}');
    }

    private void container(Object value) {
        if (JsonValues.isOne(value)) {
            text.appendEncoded(value.toString());
        } else if (value instanceof Collection<?> collection) {
            list(collection);
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else if (value instanceof Arguments arguments) {
            list(arguments.list());
        } else if (Optionals.isOne(value)) {
            write(Optionals.content(value));
        } else if (value.getClass().isArray()) {
            list(elements(value));
        } else {
            single(value);
        }
    }

    private void single(Object value) {
        RecordForm form = forms.ofRecord(value.getClass());
        if (form != null) {
            record(form, value);
        } else if (value instanceof Enum<?> constant && forms.isOurEnum(constant.getDeclaringClass())) {
            text.quoted(constant.name());
        } else if (value instanceof Character || value instanceof CharSequence) {
            text.quoted(value.toString());
        } else if (value instanceof ByteBuffer buffer) {
            attachment(BinaryForm.contents(buffer));
        } else {
            binding.write(value, out);
        }
    }

    private static Collection<?> elements(Object array) {
        return new AbstractList<@Nullable Object>() {
            @Override
            public @Nullable Object get(int index) {
                return Array.get(array, index);
            }

            @Override
            public int size() {
                return Array.getLength(array);
            }
        };
    }

    private void list(Collection<?> elements) {
        open('[');
        boolean first = true;
        for (Object element : elements) {
            first = separate(first);
            write(element);
        }
        close(']');
    }

    private void map(Map<?, ?> members) {
        open('{');
        boolean first = true;
        for (Map.Entry<?, ?> member : members.entrySet()) {
            first = separate(first);
            text.quoted(key(member.getKey())).append(':');
            write(member.getValue());
        }
        close('}');
    }

    private static String key(@Nullable Object key) {
        return key instanceof Enum<?> constant ? constant.name() : String.valueOf(key);
    }

    /** As JSON-B does it, a component without a value is left out. */
    private void record(RecordForm form, Object value) {
        open('{');
        boolean first = true;
        for (RecordForm.Component component : form.components()) {
            Object member = form.value(component, value);
            if (Optionals.content(member) != null) {
                first = separate(first);
                text.quoted(component.name()).append(':');
                write(member);
            }
        }
        close('}');
    }

    private boolean separate(boolean first) {
        if (!first) {
            text.append(',');
        }
        return false;
    }

    private void open(char bracket) {
        depth++;
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("an argument is nested too deeply, or in a circle");
        }
        text.append(bracket);
    }

    private void close(char bracket) {
        depth--;
        text.append(bracket);
    }
}
