package io.tidings.guide;

import io.tidings.api.DataKey;
import io.tidings.api.SocketIo;
import io.tidings.api.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

/** Handlers without annotations. */
@ApplicationScoped
public class Lobby {

    private static final DataKey<String> NAME = new DataKey<>("name", String.class);

    @Inject
    private SocketIo io;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        io.of("/lobby").use(socket -> {
            String name = socket.handshake().auth("name", String.class).orElse("");
            socket.put(NAME, name);
            return name.isBlank() ? Verdict.refused("a name, please") : Verdict.accepted();
        });
        io.of("/lobby").onConnect(socket -> {
            String name = socket.data(NAME).orElseThrow();
            socket.join("table");
            socket.broadcast().emit("joined", name);
            socket.on("say", (said, ack) -> {
                socket.to("table").emit("said", name, said.at(0));
                ack.send("ok");
            });
            socket.on(
                    "ask",
                    (said, ack) -> socket.to("table")
                            .emitWithAck("asked", said.get(0, String.class))
                            .thenAccept(answers -> ack.send(answers.received().size())));
            socket.onAny((event, arguments) -> socket.emit("log", Map.of("event", event, "size", arguments.size())));
            socket.onDisconnect(reason -> io.of("/lobby").emit("left", name, reason.words()));
        });
    }
}
