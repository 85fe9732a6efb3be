package io.tidings.apps.clients;

import io.tidings.api.Arguments;
import io.tidings.api.IncomingEvent;
import io.tidings.api.Socket;
import io.tidings.api.SocketIo;
import io.tidings.api.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A namespace written as in Node.js, without annotations: everything that comes and goes is told to the client. */
@ApplicationScoped
public class Listeners {

    private static final Set<String> REPORTS = Set.of("heard", "sent");

    @Inject
    private SocketIo io;

    void listen(@Observes @Initialized(ApplicationScoped.class) Object start) {
        io.of("/clients/listeners").onConnect(Listeners::connected);
    }

    private static void connected(Socket socket) {
        socket.use(Listeners::judge)
                .onAny((event, arguments) -> report(socket, "heard", event, arguments))
                .onAnyOutgoing((event, arguments) -> {
                    if (!REPORTS.contains(event)) {
                        report(socket, "sent", event, arguments);
                    }
                })
                .once("first", (arguments, ack) -> socket.emit("only", "once"))
                .on("swap", (arguments, ack) -> ack.send(arguments.at(1), arguments.at(0)));
    }

    private static Verdict judge(IncomingEvent event) {
        return event.name().equals("forbidden")
                ? Verdict.refused("no", Map.of("because", "of the filter"))
                : Verdict.accepted();
    }

    private static void report(Socket socket, String what, String event, Arguments arguments) {
        List<Object> words = new ArrayList<>(List.of(event));
        words.addAll(arguments.list());
        socket.emit(what, words.toArray());
    }
}
