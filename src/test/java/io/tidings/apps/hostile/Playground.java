package io.tidings.apps.hostile;

import io.tidings.api.Ack;
import io.tidings.api.Argument;
import io.tidings.api.Arguments;
import io.tidings.api.Handshake;
import io.tidings.api.Socket;
import io.tidings.api.SocketIo;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;

/** Hands on what clients send, lets them choose their rooms, and fails when asked to. */
@ApplicationScoped
@Namespace("/hostile")
public class Playground {

    @Inject
    private SocketIo io;

    @Inject
    private Guard guard;

    @OnEvent("back")
    void sendBack(Arguments arguments, Ack ack) {
        ack.send(arguments.list().toArray());
    }

    /** To those who have joined the room. */
    @OnEvent("relay")
    void relay(Socket socket, Arguments arguments) {
        socket.to("audience").emit("relayed", arguments.list().toArray());
    }

    /** To everybody, so that nobody can miss it. */
    @OnEvent("shout")
    void shout(Socket socket, Arguments arguments) {
        socket.broadcast().emit("shouted", arguments.list().toArray());
    }

    @OnEvent("join-room")
    int join(Socket socket, String room) {
        socket.join(room);
        return socket.rooms().size();
    }

    @OnEvent("tell")
    void tell(Socket socket, String room, String text) {
        socket.to(room).emit("told", text);
    }

    @OnEvent("sizes")
    long sizes(Arguments arguments) {
        return arguments.list().stream()
                .mapToLong(argument -> argument.as(byte[].class).length)
                .sum();
    }

    /** Together with binary of this side, among which what clients send must not get lost. */
    @OnEvent("mix")
    void mix(Arguments arguments, Ack ack) {
        ack.send(new byte[] {1, 2}, arguments.at(0), new byte[] {3});
    }

    /** All that the API lets an application say of others. */
    @OnEvent("who")
    List<String> tellOfOthers(Socket socket) {
        return socket.namespace().sockets().stream().map(Playground::describe).toList();
    }

    private static String describe(Socket socket) {
        Handshake handshake = socket.handshake();
        return String.join(
                " ",
                socket.toString(),
                socket.id(),
                socket.rooms().toString(),
                handshake.toString(),
                handshake.http().toString(),
                handshake.http().url(),
                handshake.http().query().toString(),
                handshake.http().headers().toString());
    }

    @OnEvent("auth")
    void tellAuth(Socket socket, Ack ack) {
        Argument auth = socket.handshake().auth();
        ack.send(auth, auth.member("admin").isPresent());
    }

    @OnEvent("dismiss")
    void dismiss(Socket socket) {
        socket.disconnect();
    }

    @OnEvent("fail")
    void fail() {
        throw new IllegalStateException("as the client asked");
    }

    /** A name that other libraries give a meaning of their own. */
    @OnEvent("error")
    void failByThatName() {
        throw new IllegalStateException("as the client asked");
    }

    /** Overflows the stack where the client says so. */
    @OnEvent("dive")
    int dive(int depth) {
        return depth == 0 ? 0 : dive(depth - 1) + 1;
    }

    @OnEvent("tenants")
    int countTenants() {
        return io.of(Pattern.compile(Tenants.NAMES)).namespaces().size();
    }

    @OnEvent("waiting")
    int countWaiting() {
        return guard.waiting();
    }

    @OnEvent("let-in")
    int letIn() {
        return guard.letAllIn();
    }
}
