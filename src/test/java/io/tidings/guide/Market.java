package io.tidings.guide;

import io.tidings.api.RemoteSocket;
import io.tidings.api.SocketIo;
import io.tidings.api.UnreachableNodesException;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Rates that all nodes know. */
@ApplicationScoped
@Namespace("/market")
public class Market {

    private final Map<String, Double> rates = new ConcurrentHashMap<>();

    @Inject
    private SocketIo io;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        io.onServerEvent("rate", (said, ack) -> rates.put(said.get(0, String.class), said.get(1, Double.class)));
        io.onServerEvent("count rates", (said, ack) -> ack.send(rates.size()));
    }

    @OnEvent("rate")
    void rate(String currency, double rate) {
        rates.put(currency, rate);
        io.serverSideEmit("rate", currency, rate);
    }

    /** How many other nodes know as many rates as this one. */
    @OnEvent("compare")
    CompletionStage<Long> compare() {
        return io.serverSideEmitWithAck("count rates")
                .thenApply(answers -> answers.received().stream()
                        .filter(answer -> answer.arguments().get(0, Integer.class) == rates.size())
                        .count());
    }

    /** Those who are connected, as far as their nodes answer. */
    @OnEvent("dealers")
    CompletionStage<Integer> dealers() {
        return io.of("/market").fetchSockets().exceptionally(Market::found).thenApply(List::size);
    }

    @SuppressWarnings("unchecked")
    private static List<RemoteSocket> found(Throwable failure) {
        if (failure instanceof CompletionException wrapped
                && wrapped.getCause() instanceof UnreachableNodesException some) {
            return (List<RemoteSocket>) some.found();
        }
        throw new CompletionException(failure);
    }
}
