package io.tidings.socketio;

import io.tidings.api.Answers;
import io.tidings.api.Broadcast;
import io.tidings.api.RemoteSocket;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A broadcast that another one carries out. */
interface ForwardingBroadcast extends Broadcast {

    Broadcast everybody();

    @Override
    default Broadcast to(String... rooms) {
        return everybody().to(rooms);
    }

    @Override
    default Broadcast to(Collection<String> rooms) {
        return everybody().to(rooms);
    }

    @Override
    default Broadcast in(String... rooms) {
        return everybody().to(rooms);
    }

    @Override
    default Broadcast except(String... rooms) {
        return everybody().except(rooms);
    }

    @Override
    default Broadcast except(Collection<String> rooms) {
        return everybody().except(rooms);
    }

    @Override
    default Broadcast local() {
        return everybody().local();
    }

    @Override
    default Broadcast asVolatile() {
        return everybody().asVolatile();
    }

    @Override
    default Broadcast compress(boolean compressed) {
        return everybody().compress(compressed);
    }

    @Override
    default Broadcast timeout(Duration timeout) {
        return everybody().timeout(timeout);
    }

    @Override
    default void emit(String event, @Nullable Object... arguments) {
        everybody().emit(event, arguments);
    }

    @Override
    default CompletionStage<Answers> emitWithAck(String event, @Nullable Object... arguments) {
        return everybody().emitWithAck(event, arguments);
    }

    @Override
    default CompletionStage<List<RemoteSocket>> fetchSockets() {
        return everybody().fetchSockets();
    }

    @Override
    default CompletionStage<Long> countSockets() {
        return everybody().countSockets();
    }

    @Override
    default void socketsJoin(String... rooms) {
        everybody().socketsJoin(rooms);
    }

    @Override
    default void socketsLeave(String... rooms) {
        everybody().socketsLeave(rooms);
    }

    @Override
    default void disconnectSockets() {
        everybody().disconnectSockets();
    }

    @Override
    default void disconnectSockets(boolean close) {
        everybody().disconnectSockets(close);
    }
}
