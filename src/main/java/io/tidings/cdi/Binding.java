package io.tidings.cdi;

import io.tidings.socketio.Occurrence;
import org.jspecify.annotations.Nullable;

/** Gives one parameter of a handler its value. */
@FunctionalInterface
interface Binding {

    @Nullable
    Object value(Occurrence occurrence);
}
