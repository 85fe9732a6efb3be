package io.tidings.cdi;

import io.tidings.api.ArgumentException;
import io.tidings.socketio.ArgumentCodec;
import java.util.Optional;

/** A source that is a query parameter of the request that opened the session. */
record QueryValue(String name, Absence absence) implements Source {

    static QueryValue of(String name, Expected expected) {
        if (expected.type() != String.class) {
            throw new WrongBean("has @Query but is no text; declare String or Optional<String>");
        }
        return new QueryValue(name, expected.absence());
    }

    @Override
    public Binding binding(ArgumentCodec codec) {
        return occurrence -> {
            Optional<String> value = occurrence.socket().handshake().query(name);
            return value.isPresent()
                    ? absence.present(value.get())
                    : absence.absent(() -> new ArgumentException(path() + " is missing"));
        };
    }

    @Override
    public String path() {
        return "query." + name;
    }
}
