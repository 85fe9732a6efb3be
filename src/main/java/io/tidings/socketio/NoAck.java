package io.tidings.socketio;

import io.tidings.api.Ack;
import org.jspecify.annotations.Nullable;

/** For what nobody can acknowledge. */
enum NoAck implements Ack {
    INSTANCE;

    @Override
    public boolean isRequested() {
        return false;
    }

    @Override
    public boolean send(@Nullable Object... arguments) {
        return false;
    }
}
