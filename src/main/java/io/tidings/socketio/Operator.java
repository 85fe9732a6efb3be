package io.tidings.socketio;

import io.tidings.api.Answers;
import io.tidings.api.Broadcast;
import io.tidings.api.RemoteSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A broadcast: a namespace and a selection of its sockets.
 *
 * @param patience null for what the settings say
 */
record Operator(
        Broadcasts broadcasts,
        Selection selection,
        @Nullable Duration patience) implements Broadcast {

    private Operator with(Selection other) {
        return new Operator(broadcasts, other, patience);
    }

    @Override
    public Broadcast to(String... rooms) {
        return to(Arrays.asList(rooms));
    }

    @Override
    public Broadcast to(Collection<String> rooms) {
        return with(selection.to(rooms));
    }

    @Override
    public Broadcast in(String... rooms) {
        return to(rooms);
    }

    @Override
    public Broadcast except(String... rooms) {
        return except(Arrays.asList(rooms));
    }

    @Override
    public Broadcast except(Collection<String> rooms) {
        return with(selection.except(rooms));
    }

    @Override
    public Broadcast local() {
        return with(selection.local());
    }

    @Override
    public Broadcast asVolatile() {
        return with(selection.asVolatile());
    }

    @Override
    public Broadcast compress(boolean compressed) {
        return with(selection.compress(compressed));
    }

    @Override
    public Broadcast timeout(Duration timeout) {
        return new Operator(broadcasts, selection, timeout);
    }

    @Override
    public void emit(String event, @Nullable Object... arguments) {
        broadcasts.emit(selection, event, arguments);
    }

    @Override
    public CompletionStage<Answers> emitWithAck(String event, @Nullable Object... arguments) {
        return broadcasts.ask(selection, patience, event, arguments);
    }

    @Override
    public CompletionStage<List<RemoteSocket>> fetchSockets() {
        return broadcasts.fetch(selection, patience);
    }

    @Override
    public CompletionStage<Long> countSockets() {
        return broadcasts.count(selection, patience);
    }

    @Override
    public void socketsJoin(String... rooms) {
        broadcasts.join(selection, Set.copyOf(Arrays.asList(rooms)));
    }

    @Override
    public void socketsLeave(String... rooms) {
        broadcasts.leave(selection, Set.copyOf(Arrays.asList(rooms)));
    }

    @Override
    public void disconnectSockets() {
        disconnectSockets(false);
    }

    @Override
    public void disconnectSockets(boolean close) {
        broadcasts.disconnect(selection, close);
    }
}
