package io.tidings.demo;

import io.tidings.api.Admission;
import io.tidings.api.RemoteSocket;
import io.tidings.api.Socket;
import io.tidings.api.Verdict;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnConnect;
import java.security.Principal;
import java.util.Set;

/** Lets users in by a name that nobody else has at that time. */
@Namespace("/chat")
public class Names implements Admission {

    /** For rooms too; shorter than the id of a socket, which is a room as well. */
    static final String RULE = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,18}";

    @Override
    public Verdict admit(Socket socket) {
        String name = socket.handshake().auth("name", String.class).orElse("");
        if (!name.matches(RULE) || key(socket).isEmpty()) {
            return Verdict.refused("A name begins with a letter or a digit and has at most 19 characters.");
        }
        return Verdict.later(socket.namespace()
                .toUser(name)
                .fetchSockets()
                .thenApply(holders ->
                        holders.stream().allMatch(holder -> key(holder).equals(key(socket)))
                                ? Verdict.acceptedAs(() -> name, Set.of())
                                : Verdict.refused("The name " + name + " is taken.")));
    }

    /** Of one who has come back, whose earlier connection has broken unnoticed; or of another who came at the same moment. */
    @OnConnect
    void replaceEarlier(Socket socket, Principal user) {
        socket.namespace().toUser(user.getName()).except(socket.id()).disconnectSockets();
    }

    private static String key(RemoteSocket socket) {
        return socket.handshake().auth("key", String.class).orElse("");
    }
}
