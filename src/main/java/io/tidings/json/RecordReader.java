package io.tidings.json;

import io.tidings.protocol.socketio.JsonScanner.Token;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects of JSON as records. A component of a primitive type must be there; any other that is missing is null, or empty if
 * it is optional. Members that are no components are passed over.
 */
final class RecordReader implements ValueReader {

    private final Type type;
    private final RecordForm form;
    private final Readers readers;
    private final @Nullable RecordReader outer;
    /** Found when first needed, because a record may hold its like; threads that race find the same. */
    private volatile ValueReader @Nullable [] found;

    RecordReader(Type type, RecordForm form, Readers readers, @Nullable RecordReader outer) {
        this.type = type;
        this.form = form;
        this.readers = readers;
        this.outer = outer;
    }

    /** The reader of a record type in which this one stands, or this one itself; null if there is none. */
    @Nullable
    RecordReader enclosing(Type sought) {
        RecordReader reader = this;
        while (reader != null && !reader.type.equals(sought)) {
            reader = reader.outer;
        }
        return reader;
    }

    @Override
    public @Nullable Object read(Incoming in) {
        if (in.isNull()) {
            return null;
        }
        in.expect(Token.START_OBJECT, "must be an object");
        ValueReader[] components = components();
        @Nullable Object[] values = new Object[components.length];
        boolean[] given = new boolean[components.length];
        readMembers(in, components, values, given);
        for (int i = 0; i < given.length; i++) {
            if (!given[i]) {
                values[i] = component(i, components[i], null);
            }
        }
        return form.create(values);
    }

    private void readMembers(Incoming in, ValueReader[] components, @Nullable Object[] values, boolean[] given) {
        while (in.next() == Token.KEY) {
            Integer index = form.index(in.text());
            in.next();
            if (index == null) {
                in.skip();
            } else {
                values[index] = component(index, components[index], in);
                given[index] = true;
            }
        }
    }

    /** @param in null where the member is missing */
    private @Nullable Object component(int index, ValueReader reader, @Nullable Incoming in) {
        try {
            return in == null ? reader.absent() : reader.read(in);
        } catch (Mismatch mismatch) {
            throw mismatch.within(form.components().get(index).name());
        }
    }

    private ValueReader[] components() {
        ValueReader[] components = found;
        if (components == null) {
            Map<TypeVariable<?>, Type> variables = Types.variables(type);
            components = form.components().stream()
                    .map(component -> readers.of(Types.resolved(component.type(), variables), this))
                    .toArray(ValueReader[]::new);
            found = components;
        }
        return components;
    }
}
