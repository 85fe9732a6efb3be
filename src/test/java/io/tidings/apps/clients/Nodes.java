package io.tidings.apps.clients;

import io.tidings.api.Ack;
import io.tidings.api.Answers;
import io.tidings.api.Arguments;
import io.tidings.api.Broadcast;
import io.tidings.api.Namespace;
import io.tidings.api.Push;
import io.tidings.api.RemoteSocket;
import io.tidings.api.Socket;
import io.tidings.api.SocketIo;
import io.tidings.api.handler.Auth;
import io.tidings.api.handler.OnConnect;
import io.tidings.api.handler.OnEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Does for a client what an application does with the sockets of all nodes. */
@ApplicationScoped
@io.tidings.api.handler.Namespace("/nodes")
public class Nodes {

    /** Whose sockets; nobody named is everybody. */
    public record Whom(String namespace, List<String> rooms, List<String> except, boolean local) {

        Broadcast in(SocketIo io) {
            Namespace all = io.of(namespace);
            Broadcast some =
                    rooms.isEmpty() ? all.except(except) : all.to(rooms).except(except);
            return local ? some.local() : some;
        }
    }

    /** What can be seen of a socket from any node. */
    public record Seen(String id, String user, Set<String> rooms, String name) {

        static Seen of(RemoteSocket socket) {
            return new Seen(
                    socket.id(),
                    socket.principal().map(Principal::getName).orElse(""),
                    socket.rooms(),
                    socket.handshake().auth("name", String.class).orElse(""));
        }
    }

    @Inject
    private SocketIo io;

    @Inject
    private Event<Push> pushes;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        Namespace own = io.of("/nodes");
        own.onServerEvent(
                "announce",
                (said, ack) -> own.local().emit("announced", said.list().toArray()));
        own.onServerEvent("census", (said, ack) -> own.local().countSockets().thenAccept(ack::send));
    }

    @OnConnect
    void seat(Socket socket, @Auth("rooms") String rooms) {
        socket.join(rooms.split(","));
    }

    @OnEvent("nodes")
    Set<String> nodes() {
        return io.nodes();
    }

    @OnEvent("tell")
    void tell(Whom whom, String event, Arguments arguments) {
        whom.in(io).emit(event, after(arguments, 2));
    }

    @OnEvent("whisper")
    void whisper(Whom whom, String event, Arguments arguments) {
        whom.in(io).asVolatile().emit(event, after(arguments, 2));
    }

    @OnEvent("ask all")
    CompletionStage<Answers> askAll(Whom whom, int milliseconds, Arguments arguments) {
        return whom.in(io).timeout(Duration.ofMillis(milliseconds)).emitWithAck("asked", after(arguments, 2));
    }

    @OnEvent("fetch")
    CompletionStage<List<Seen>> fetch(Whom whom) {
        return whom.in(io)
                .fetchSockets()
                .thenApply(sockets -> sockets.stream().map(Seen::of).toList());
    }

    @OnEvent("count")
    CompletionStage<Long> count(Whom whom) {
        return whom.in(io).countSockets();
    }

    @OnEvent("rooms")
    CompletionStage<Map<String, Long>> rooms() {
        return io.of("/nodes").fetchRooms();
    }

    @OnEvent("join")
    void join(Whom whom, String room) {
        whom.in(io).socketsJoin(room);
    }

    @OnEvent("leave")
    void leave(Whom whom, String room) {
        whom.in(io).socketsLeave(room);
    }

    @OnEvent("dismiss")
    void dismiss(Whom whom, boolean close) {
        whom.in(io).disconnectSockets(close);
    }

    @OnEvent("tell user")
    void tellUser(String user, String event, Arguments arguments) {
        io.of("/nodes").toUser(user).emit(event, after(arguments, 2));
    }

    @OnEvent("push to user")
    void pushToUser(String user, String event, String what) {
        pushes.fire(Push.of(event, what).in("/nodes").toUser(user));
    }

    @OnEvent("announce")
    void announce(String what) {
        io.of("/nodes").serverSideEmit("announce", what);
    }

    @OnEvent("census")
    CompletionStage<Answers> census(int milliseconds) {
        return io.of("/nodes").serverSideEmitWithAck(Duration.ofMillis(milliseconds), "census");
    }

    @OnEvent("ask one")
    void askOne(String id, String question, Ack ack) {
        with(
                id,
                socket -> socket.timeout(Duration.ofSeconds(10))
                        .emitWithAck("asked", question)
                        .thenAccept(answer -> ack.send(answer.at(0))));
    }

    @OnEvent("move one")
    void moveOne(String id, String from, String to) {
        with(id, socket -> {
            socket.leave(from);
            socket.join(to);
        });
    }

    @OnEvent("dismiss one")
    void dismissOne(String id) {
        with(id, RemoteSocket::disconnect);
    }

    private void with(String id, Consumer<RemoteSocket> action) {
        io.of("/nodes").to(id).fetchSockets().thenAccept(found -> found.forEach(action));
    }

    private static Object[] after(Arguments arguments, int count) {
        return arguments.list().subList(count, arguments.size()).toArray();
    }
}
