package io.tidings.demo;

import static java.time.Duration.ofSeconds;

import io.tidings.api.Broadcast;
import io.tidings.api.DisconnectReason;
import io.tidings.api.RefusedException;
import io.tidings.api.Socket;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.NonBlocking;
import io.tidings.api.handler.OnConnect;
import io.tidings.api.handler.OnDisconnecting;
import io.tidings.api.handler.OnEvent;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Rooms, and what is said in them. */
@Namespace("/chat")
public class Chat {

    @Inject
    private Rooms rooms;

    @OnConnect
    CompletionStage<Void> show(Socket socket, Principal user) {
        return rooms.openTo(user.getName()).thenAccept(open -> open.forEach(room -> socket.emit("room", room)));
    }

    /** Enters a room, which is opened if there is none of that name. To enter again with more guests is to invite them. */
    @OnEvent("enter")
    CompletionStage<List<Member>> enter(Socket socket, Principal user, @Valid Room wanted) {
        Room room = rooms.open(wanted, user.getName());
        socket.join(room.name());
        socket.to(room.name()).emit("entered", room.name(), Member.of(socket));
        return socket.namespace()
                .in(room.name())
                .fetchSockets()
                .thenApply(sockets -> sockets.stream().map(Member::of).toList());
    }

    /** Acknowledged with how many have got it. The id is of the sender's choice: who sees it again need not show it again. */
    @OnEvent("say")
    CompletionStage<Integer> say(
            Socket socket, String room, @Size(max = 40) String id, @NotBlank @Size(max = 1000) String text) {
        return others(socket, room)
                .timeout(ofSeconds(5))
                .emitWithAck("said", room, id, Member.of(socket), text)
                .thenApply(answers -> answers.received().size());
    }

    @OnEvent("typing")
    void typing(Socket socket, String room) {
        others(socket, room).asVolatile().emit("typing", room, Member.of(socket));
    }

    @OnEvent("leave")
    void leave(Socket socket, String room) {
        others(socket, room).emit("left", room, Member.of(socket));
        socket.leave(room);
    }

    @OnDisconnecting
    void sayGoodBye(Socket socket, DisconnectReason reason) {
        socket.to(socket.rooms()).emit("gone", Member.of(socket), reason.words());
    }

    /** For measuring how long an answer takes. */
    @NonBlocking
    @OnEvent("beat")
    boolean beat() {
        return true;
    }

    private static Broadcast others(Socket socket, String room) {
        if (!socket.rooms().contains(room)) {
            throw new RefusedException("You are not in " + room + ".");
        }
        return socket.to(room);
    }
}
