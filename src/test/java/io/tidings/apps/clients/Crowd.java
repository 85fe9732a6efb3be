package io.tidings.apps.clients;

import io.tidings.api.Ack;
import io.tidings.api.Answers;
import io.tidings.api.Broadcast;
import io.tidings.api.DisconnectReason;
import io.tidings.api.RemoteSocket;
import io.tidings.api.Socket;
import io.tidings.api.SocketIo;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnDisconnect;
import io.tidings.api.handler.OnDisconnecting;
import io.tidings.api.handler.OnEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;

/** What clients learn of each other, and what becomes of them together. */
@ApplicationScoped
@Namespace("/clients")
public class Crowd {

    private static final String WITNESSES = "witnesses";

    @Inject
    private SocketIo io;

    private Broadcast everybody() {
        return io.of("/clients");
    }

    @OnEvent("join")
    SortedSet<String> join(Socket socket, String room) {
        socket.join(room);
        return new TreeSet<>(socket.rooms());
    }

    @OnEvent("leave")
    SortedSet<String> leave(Socket socket, String room) {
        socket.leave(room);
        return new TreeSet<>(socket.rooms());
    }

    @OnEvent("tell")
    void tell(Socket socket, List<String> rooms, List<String> others, String words) {
        socket.to(rooms).except(others).emit("told", words);
    }

    @OnEvent("announce")
    void announce(List<String> rooms, List<String> others, String words) {
        everybody().to(rooms).except(others).emit("told", words);
    }

    @OnEvent("gather")
    void gather(String room, int milliseconds, Ack ack) {
        everybody()
                .in(room)
                .timeout(Duration.ofMillis(milliseconds))
                .emitWithAck("question", "all")
                .thenAccept(
                        answers -> ack.send(words(answers), answers.missing().size()));
    }

    private static List<String> words(Answers answers) {
        return answers.received().stream()
                .map(answer -> answer.arguments().get(0, String.class))
                .sorted()
                .toList();
    }

    @OnEvent("list")
    CompletionStage<List<String>> list(String room) {
        return everybody()
                .in(room)
                .fetchSockets()
                .thenApply(sockets ->
                        sockets.stream().map(RemoteSocket::id).sorted().toList());
    }

    @OnEvent("move")
    void move(String from, String to, Ack ack) {
        everybody().in(from).socketsJoin(to);
        everybody().in(to).socketsLeave(from);
        ack.send();
    }

    @OnEvent("kick")
    void kick(Socket socket, boolean close) {
        socket.disconnect(close);
    }

    @OnEvent("clear")
    void clear(String room, boolean close) {
        everybody().in(room).disconnectSockets(close);
    }

    /** From now on the client hears who leaves, and why. */
    @OnEvent("watch")
    void watch(Socket socket, Ack ack) {
        socket.join(WITNESSES);
        ack.send();
    }

    @OnDisconnecting
    void leaving(Socket socket, DisconnectReason reason) {
        socket.to(WITNESSES).emit("leaving", socket.id(), reason.words(), new TreeSet<>(socket.rooms()));
    }

    @OnDisconnect
    void left(Socket socket, DisconnectReason reason) {
        socket.to(WITNESSES).emit("left", socket.id(), reason.words());
    }
}
