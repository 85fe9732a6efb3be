package io.tidings.socketio;

import io.tidings.api.Admission;
import io.tidings.api.Answers;
import io.tidings.api.Broadcast;
import io.tidings.api.EventListener;
import io.tidings.api.Namespace;
import io.tidings.api.PacketFilter;
import io.tidings.api.Socket;
import io.tidings.engine.LogText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A namespace as this node has it. */
final class LocalNamespace implements Namespace, ForwardingBroadcast {

    private final Server server;
    private final String name;
    private final @Nullable Family family;
    private final Audience audience;
    private final Crowd crowd;
    private final Broadcasts broadcasts;
    private final Broadcast everybody;
    private final ServerEvents serverEvents = new ServerEvents();

    /** Found when the first client asks: there is none before the server has been started with its beans. */
    private volatile @Nullable Judges judges;

    /** Sockets and those that want to become one; counted for families only, by {@link Namespaces}. */
    int guests;

    LocalNamespace(Server server, String name, @Nullable Family family) {
        this.server = server;
        this.name = name;
        this.family = family;
        this.audience = family == null ? new Audience() : family.audience();
        this.crowd = new Crowd(new RoomNews(server, name));
        this.broadcasts = new Broadcasts(this);
        this.everybody = new Operator(broadcasts, Selection.ALL, null);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Broadcast everybody() {
        return everybody;
    }

    Broadcasts broadcasts() {
        return broadcasts;
    }

    Server server() {
        return server;
    }

    @Nullable
    Family family() {
        return family;
    }

    boolean isPermanent() {
        return family == null;
    }

    Crowd crowd() {
        return crowd;
    }

    Audience audience() {
        return audience;
    }

    /** Those who decide on clients, beans first. */
    List<Admission> admissions() {
        return Judges.joined(judges().admissions(), audience.admissions());
    }

    /** Those who decide on events, beans first. */
    List<PacketFilter> filters() {
        return Judges.joined(judges().filters(), audience.filters());
    }

    private Judges judges() {
        Judges known = judges;
        if (known == null) {
            known = Judges.of(server.contributions(), name, family);
            judges = known;
        }
        return known;
    }

    ServerEvents serverEvents() {
        return serverEvents;
    }

    // ---- as the application sees it

    @Override
    public Collection<Socket> sockets() {
        List<Socket> sockets = new ArrayList<>();
        server.own().crowd(name).forEach(Selection.ALL, sockets::add);
        return sockets;
    }

    @Override
    public Optional<Socket> socket(String id) {
        return Optional.<Socket>ofNullable(server.own().crowd(name).byId(id)).filter(Socket::isConnected);
    }

    @Override
    public Namespace onConnect(Consumer<Socket> listener) {
        own().onConnect(listener);
        return this;
    }

    @Override
    public Namespace use(Admission admission) {
        own().use(admission);
        return this;
    }

    @Override
    public Namespace filter(PacketFilter filter) {
        own().filter(filter);
        return this;
    }

    @Override
    public Broadcast toUser(String user) {
        return new Operator(broadcasts, Selection.ALL.toUsers(List.of(user)), null);
    }

    @Override
    public void serverSideEmit(String event, @Nullable Object... arguments) {
        broadcasts.tellServers(event, arguments);
    }

    @Override
    public CompletionStage<Answers> serverSideEmitWithAck(String event, @Nullable Object... arguments) {
        return broadcasts.askServers(null, event, arguments);
    }

    @Override
    public CompletionStage<Answers> serverSideEmitWithAck(
            Duration timeout, String event, @Nullable Object... arguments) {
        return broadcasts.askServers(timeout, event, arguments);
    }

    @Override
    public CompletionStage<Map<String, Long>> fetchRooms() {
        return broadcasts.rooms();
    }

    @Override
    public Namespace onServerEvent(String event, EventListener listener) {
        opened().serverEvents.on(event, listener);
        return this;
    }

    Audience own() {
        return opened().audience;
    }

    /** This namespace where it keeps its listeners; a name with listeners of its own is open to clients. */
    private LocalNamespace opened() {
        LocalNamespace opened = family == null ? server.namespaces().open(this) : this;
        if (opened.family != null) {
            throw new IllegalStateException("The namespace " + LogText.of(name)
                    + " belongs to a family and comes and goes with its clients; give the listener to the family.");
        }
        return opened;
    }
}
