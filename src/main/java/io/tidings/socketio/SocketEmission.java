package io.tidings.socketio;

import io.tidings.api.Arguments;
import io.tidings.api.Emission;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * An emission to one socket.
 *
 * @param patience null for what the settings say
 */
record SocketEmission(
        ClientSocket socket,
        boolean isVolatile,
        boolean isCompressed,
        @Nullable Duration patience) implements Emission {

    @Override
    public Emission asVolatile() {
        return new SocketEmission(socket, true, isCompressed, patience);
    }

    @Override
    public Emission compress(boolean compressed) {
        return new SocketEmission(socket, isVolatile, compressed, patience);
    }

    @Override
    public Emission timeout(Duration timeout) {
        return new SocketEmission(socket, isVolatile, isCompressed, timeout);
    }

    @Override
    public void emit(String event, @Nullable Object... arguments) {
        socket.emit(this, event, arguments);
    }

    @Override
    public CompletionStage<Arguments> emitWithAck(String event, @Nullable Object... arguments) {
        return socket.ask(this, event, arguments);
    }
}
