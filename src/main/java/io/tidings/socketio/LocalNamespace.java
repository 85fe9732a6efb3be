package io.tidings.socketio;

import io.tidings.api.Admission;
import io.tidings.api.Answers;
import io.tidings.api.Broadcast;
import io.tidings.api.EventListener;
import io.tidings.api.Namespace;
import io.tidings.api.PacketFilter;
import io.tidings.api.RemoteSocket;
import io.tidings.api.Socket;
import io.tidings.engine.FlushScope;
import io.tidings.engine.LogText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
    private final Broadcast everybody = new Operator(this, Selection.ALL, null);
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
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Broadcast everybody() {
        return everybody;
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
        present().forEach(Selection.ALL, sockets::add);
        return sockets;
    }

    @Override
    public Optional<Socket> socket(String id) {
        return Optional.<Socket>ofNullable(present().byId(id)).filter(Socket::isConnected);
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
        return new Operator(this, Selection.ALL.toUsers(List.of(user)), null);
    }

    @Override
    public void serverSideEmit(String event, @Nullable Object... arguments) {
        if (server.cluster().hasOthers()) {
            server.cluster().tellServers(name, server.codec().event(event, arguments));
        }
    }

    @Override
    public CompletionStage<Answers> serverSideEmitWithAck(String event, @Nullable Object... arguments) {
        if (!server.cluster().hasOthers()) {
            return CompletableFuture.completedFuture(Survey.OF_NOBODY);
        }
        return server.cluster().askServers(name, server.codec().event(event, arguments), server.patience(null));
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

    /** The sockets that there are now, whichever object stands for the namespace at the moment. */
    private Crowd present() {
        LocalNamespace existing = server.namespaces().existing(name);
        return existing == null ? crowd : existing.crowd;
    }

    // ---- what broadcasts do

    void emit(Selection selection, String event, @Nullable Object... arguments) {
        Delivery delivery = delivery(selection, event, arguments);
        FlushScope.run(() -> present().forEach(selection, socket -> socket.deliver(delivery)));
        if (isForOthers(selection)) {
            server.cluster().emit(name, selection, delivery.payload());
        }
    }

    private Delivery delivery(Selection selection, String event, @Nullable Object[] arguments) {
        return new Delivery(
                server, name, selection.isVolatile(), selection.isCompressed(), EventNames.checked(event), arguments);
    }

    private boolean isForOthers(Selection selection) {
        return !selection.isLocal() && server.cluster().hasOthers();
    }

    CompletionStage<Answers> ask(
            Selection selection, @Nullable Duration timeout, String event, @Nullable Object... arguments) {
        Survey survey = new Survey(server, server.nextAckId());
        Delivery delivery = delivery(selection, event, arguments).under(survey.ackId());
        if (!server.hasStarted()) {
            return CompletableFuture.completedFuture(Survey.OF_NOBODY);
        }
        Duration patience = server.patience(timeout);
        FlushScope.run(() -> present().forEach(selection, socket -> {
            // Before anybody is asked, because nobody will be if this fails.
            delivery.messages();
            if (survey.ask(socket)) {
                socket.deliver(delivery);
            }
        }));
        if (isForOthers(selection)) {
            survey.ask(server.cluster().ask(name, selection, delivery.payload(), patience));
        }
        survey.close(server.deadlines().after(patience, survey::timeOut));
        return survey.result();
    }

    CompletionStage<List<RemoteSocket>> fetch(Selection selection, @Nullable Duration timeout) {
        List<RemoteSocket> here = new ArrayList<>();
        present().forEach(selection, here::add);
        if (!isForOthers(selection)) {
            return CompletableFuture.completedFuture(here);
        }
        return server.cluster().fetch(name, selection, server.patience(timeout)).thenApply(elsewhere -> {
            here.addAll(elsewhere);
            return here;
        });
    }

    void join(Selection selection, Set<String> rooms) {
        if (server.hasStarted()) {
            RoomNames.check(rooms, server.settings().limits().roomName());
        }
        String[] names = rooms.toArray(String[]::new);
        present().forEach(selection, socket -> {
            try {
                socket.join(names);
            } catch (IllegalStateException full) {
                // The others are not to miss it.
                server.failed("socketsJoin", full);
            }
        });
        if (isForOthers(selection)) {
            server.cluster().join(name, selection, rooms);
        }
    }

    void leave(Selection selection, Set<String> rooms) {
        String[] names = rooms.toArray(String[]::new);
        present().forEach(selection, socket -> socket.leave(names));
        if (isForOthers(selection)) {
            server.cluster().leave(name, selection, rooms);
        }
    }

    void disconnect(Selection selection, boolean close) {
        present().forEach(selection, socket -> socket.disconnect(close));
        if (isForOthers(selection)) {
            server.cluster().disconnect(name, selection, close);
        }
    }
}
