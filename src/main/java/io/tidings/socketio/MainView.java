package io.tidings.socketio;

import io.tidings.api.Admission;
import io.tidings.api.Answers;
import io.tidings.api.Broadcast;
import io.tidings.api.EventListener;
import io.tidings.api.Namespace;
import io.tidings.api.NamespaceFamily;
import io.tidings.api.NamespaceGate;
import io.tidings.api.PacketFilter;
import io.tidings.api.Socket;
import io.tidings.api.SocketIo;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The server as applications see it: the main namespace, and the way to the others. */
final class MainView implements SocketIo, ForwardingBroadcast {

    private final Namespaces namespaces;
    private final Namespace main;

    MainView(Namespaces namespaces) {
        this.namespaces = namespaces;
        this.main = namespaces.main();
    }

    @Override
    public Namespace of(String name) {
        return namespaces.of(name);
    }

    @Override
    public NamespaceFamily of(Pattern names) {
        return namespaces.family(names);
    }

    @Override
    public NamespaceFamily of(NamespaceGate gate) {
        return namespaces.family(gate);
    }

    @Override
    public Broadcast everybody() {
        return main;
    }

    @Override
    public String name() {
        return main.name();
    }

    @Override
    public Collection<Socket> sockets() {
        return main.sockets();
    }

    @Override
    public Optional<Socket> socket(String id) {
        return main.socket(id);
    }

    @Override
    public Namespace onConnect(Consumer<Socket> listener) {
        return main.onConnect(listener);
    }

    @Override
    public Namespace use(Admission admission) {
        return main.use(admission);
    }

    @Override
    public Namespace filter(PacketFilter filter) {
        return main.filter(filter);
    }

    @Override
    public Broadcast toUser(String name) {
        return main.toUser(name);
    }

    @Override
    public void serverSideEmit(String event, @Nullable Object... arguments) {
        main.serverSideEmit(event, arguments);
    }

    @Override
    public CompletionStage<Answers> serverSideEmitWithAck(String event, @Nullable Object... arguments) {
        return main.serverSideEmitWithAck(event, arguments);
    }

    @Override
    public CompletionStage<Answers> serverSideEmitWithAck(
            Duration timeout, String event, @Nullable Object... arguments) {
        return main.serverSideEmitWithAck(timeout, event, arguments);
    }

    @Override
    public CompletionStage<Map<String, Long>> fetchRooms() {
        return main.fetchRooms();
    }

    @Override
    public Set<String> nodes() {
        return namespaces.nodes();
    }

    @Override
    public Namespace onServerEvent(String event, EventListener listener) {
        return main.onServerEvent(event, listener);
    }
}
