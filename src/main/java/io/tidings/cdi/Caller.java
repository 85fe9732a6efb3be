package io.tidings.cdi;

import io.tidings.api.RefusedException;
import io.tidings.socketio.ArgumentCodec;
import java.security.Principal;
import java.util.Optional;

/** A source that is the principal of the socket, as the class that the application's own principals have. */
record Caller(Class<?> type, Absence absence) implements Source {

    @Override
    public Binding binding(ArgumentCodec codec) {
        return occurrence -> {
            Optional<Principal> principal = occurrence.socket().principal().filter(type::isInstance);
            return principal.isPresent()
                    ? absence.present(principal.get())
                    : absence.absent(() -> new RefusedException("Unauthorized"));
        };
    }

    @Override
    public String path() {
        return "principal";
    }
}
