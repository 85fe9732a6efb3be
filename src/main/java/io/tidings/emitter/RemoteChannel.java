package io.tidings.emitter;

import io.tidings.api.Channel;
import io.tidings.api.Recipients;
import io.tidings.cluster.Producer;
import io.tidings.socketio.ArgumentCodec;
import io.tidings.socketio.EventNames;
import io.tidings.socketio.Selection;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A namespace of a server elsewhere, and a selection of its sockets. */
record RemoteChannel(Producer producer, ArgumentCodec codec, String name, Selection selection) implements Channel {

    RemoteChannel {
        if (name.indexOf(',') >= 0) {
            throw new IllegalArgumentException("The name of a namespace has no comma: " + name);
        }
    }

    private Recipients with(Selection other) {
        return new RemoteChannel(producer, codec, name, other);
    }

    @Override
    public Recipients to(String... rooms) {
        return to(Arrays.asList(rooms));
    }

    @Override
    public Recipients to(Collection<String> rooms) {
        return with(selection.to(rooms));
    }

    @Override
    public Recipients in(String... rooms) {
        return to(rooms);
    }

    @Override
    public Recipients except(String... rooms) {
        return except(Arrays.asList(rooms));
    }

    @Override
    public Recipients except(Collection<String> rooms) {
        return with(selection.except(rooms));
    }

    @Override
    public Recipients toUser(String user) {
        return with(selection.toUsers(List.of(user)));
    }

    @Override
    public Recipients asVolatile() {
        return with(selection.asVolatile());
    }

    @Override
    public Recipients compress(boolean compressed) {
        return with(selection.compress(compressed));
    }

    @Override
    public void emit(String event, @Nullable Object... arguments) {
        producer.emit(name, selection, codec.event(EventNames.checked(event), arguments));
    }

    @Override
    public void socketsJoin(String... rooms) {
        producer.join(name, selection, named(rooms));
    }

    @Override
    public void socketsLeave(String... rooms) {
        producer.leave(name, selection, named(rooms));
    }

    /** How long a name may be is up to the server. */
    private static Set<String> named(String... rooms) {
        Set<String> names = Set.copyOf(Arrays.asList(rooms));
        if (names.contains("")) {
            throw new IllegalArgumentException("The name of a room is not empty.");
        }
        return names;
    }

    @Override
    public void disconnectSockets() {
        disconnectSockets(false);
    }

    @Override
    public void disconnectSockets(boolean close) {
        producer.disconnect(name, selection, close);
    }

    @Override
    public void serverSideEmit(String event, @Nullable Object... arguments) {
        // Nodes take no name that means something to clients either.
        String checked = EventNames.checked(EventNames.checkedForServers(event));
        producer.tellServers(name, codec.event(checked, arguments));
    }
}
