package io.tidings.guide;

import io.tidings.api.RemoteSocket;
import io.tidings.api.Socket;
import io.tidings.api.handler.Auth;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnConnect;
import io.tidings.api.handler.OnDisconnecting;
import io.tidings.api.handler.OnEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Rooms. */
@Namespace("/teams")
public class Teams {

    @OnConnect
    void enter(Socket socket, @Auth("team") String team) {
        socket.join("team:" + team);
    }

    @OnEvent("change")
    void change(Socket socket, String from, String to) {
        socket.leave("team:" + from);
        socket.join("team:" + to);
    }

    @OnEvent("tell")
    void tell(Socket socket, String team, String text) {
        socket.to("team:" + team).emit("told", text);
    }

    @OnEvent("tell several")
    void tellSeveral(Socket socket, List<String> teams, String text) {
        List<String> rooms = teams.stream().map(team -> "team:" + team).toList();
        socket.to(rooms).except("team:deaf").emit("told", text);
    }

    @OnEvent("rooms")
    Set<String> rooms(Socket socket) {
        return socket.rooms();
    }

    @OnEvent("who")
    CompletionStage<List<String>> who(Socket socket, String team) {
        return socket.namespace()
                .in("team:" + team)
                .fetchSockets()
                .thenApply(sockets -> sockets.stream().map(RemoteSocket::id).toList());
    }

    @OnEvent("invite")
    void invite(Socket socket, String other, String team) {
        socket.namespace().in(other).socketsJoin("team:" + team);
    }

    @OnDisconnecting
    void sayGoodBye(Socket socket) {
        socket.to(socket.rooms()).emit("left", socket.id());
    }
}
