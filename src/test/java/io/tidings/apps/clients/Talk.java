package io.tidings.apps.clients;

import io.tidings.api.Ack;
import io.tidings.api.AckException;
import io.tidings.api.Arguments;
import io.tidings.api.Handshake;
import io.tidings.api.Socket;
import io.tidings.api.SocketIo;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnEvent;
import io.tidings.api.handler.Query;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a client and the server say to each other. */
@ApplicationScoped
@Namespace("/clients")
public class Talk {

    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

    @Inject
    private SocketIo io;

    @OnEvent("echo")
    void echo(Socket socket, Arguments arguments, Ack ack) {
        socket.emit("echo", arguments.list().toArray());
        ack.send();
    }

    @OnEvent("acknowledge")
    void acknowledge(Arguments arguments, Ack ack) {
        ack.send(arguments.list().toArray());
    }

    /** Asks back, and acknowledges with what came of it. */
    @OnEvent("ask")
    void ask(Socket socket, int milliseconds, Arguments arguments, Ack ack) {
        Object[] question = arguments.list().subList(1, arguments.size()).toArray();
        socket.timeout(Duration.ofMillis(milliseconds))
                .emitWithAck("question", question)
                .whenComplete((answer, failure) -> ack.send(outcome(answer, failure)));
    }

    private static Object[] outcome(@Nullable Arguments answer, @Nullable Throwable failure) {
        if (answer == null) {
            return new Object[] {"missing", failure instanceof AckException missing ? missing.reason() : "broken"};
        }
        List<Object> words = new ArrayList<>(List.of("answered"));
        words.addAll(answer.list());
        return words.toArray();
    }

    @OnEvent("ignore")
    void ignore(Ack ack) {}

    /** Acknowledges a parcel when it comes for that time. */
    @OnEvent("deliver")
    void deliver(String parcel, int attempt, Ack ack) {
        int now = attempts.merge(parcel, 1, Integer::sum);
        if (now >= attempt) {
            ack.send(now);
        }
    }

    @OnEvent("attempts")
    int attempts(String parcel) {
        return attempts.getOrDefault(parcel, 0);
    }

    @OnEvent("handshake")
    Map<String, Optional<String>> handshake(Handshake handshake, @Query("colour") Optional<String> colour) {
        Map<String, Optional<String>> seen = new LinkedHashMap<>();
        seen.put("header", handshake.header("x-tidings-test"));
        seen.put("colour", colour);
        return seen;
    }

    /** Where the client comes from, as the server has it and as a proxy says. */
    @OnEvent("whereabouts")
    List<String> whereabouts(Handshake handshake) {
        return List.of(
                handshake.http().remoteAddress(),
                handshake.header("x-forwarded-for").orElse(""),
                handshake.header("x-forwarded-proto").orElse(""),
                handshake.header("x-forwarded-host").orElse(""));
    }

    @OnEvent("transport")
    String transport(Socket socket) {
        return socket.transport();
    }

    /** Says more at once than a client can be owed, for it may be lost. */
    @OnEvent("whisper")
    int whisper(Socket socket, int count) {
        for (int i = 0; i < count; i++) {
            socket.asVolatile().emit("whispered", i);
        }
        return count;
    }

    /** Asks all other nodes. */
    @OnEvent("consult")
    CompletionStage<Integer> consult() {
        io.of("/clients").serverSideEmit("consulted");
        return io.of("/clients")
                .serverSideEmitWithAck("consulted")
                .thenApply(answers -> answers.received().size());
    }
}
