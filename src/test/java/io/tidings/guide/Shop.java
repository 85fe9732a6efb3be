package io.tidings.guide;

import static java.time.Duration.ofSeconds;
import static java.util.concurrent.CompletableFuture.supplyAsync;

import io.tidings.api.Ack;
import io.tidings.api.Socket;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnEvent;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.util.concurrent.CompletionStage;

/** Acknowledgements. */
@Namespace("/shop")
public class Shop {

    public record Order(String article, int count) {}

    public record Receipt(String article, int count, int price) {}

    public record Votes(long yes, int missing) {}

    @Resource
    private ManagedExecutorService executor;

    @OnEvent("order")
    Receipt order(Order order) {
        return new Receipt(order.article(), order.count(), 5 * order.count());
    }

    @OnEvent("order later")
    CompletionStage<Receipt> orderLater(Order order) {
        return supplyAsync(() -> order(order), executor);
    }

    @OnEvent("order by hand")
    void orderByHand(Order order, Ack ack) {
        if (ack.isRequested()) {
            ack.send("thank you", order(order));
        }
    }

    @OnEvent("offer")
    CompletionStage<String> offer(Socket socket, String article) {
        return socket.timeout(ofSeconds(5))
                .emitWithAck("really?", article)
                .thenApply(answer -> answer.get(0, Boolean.class) ? "sold" : "kept");
    }

    @OnEvent("vote")
    CompletionStage<Votes> vote(Socket socket, String question) {
        return socket.broadcast()
                .timeout(ofSeconds(1))
                .emitWithAck("vote", question)
                .thenApply(answers -> {
                    long yes = answers.received().stream()
                            .filter(answer -> answer.arguments().get(0, Boolean.class))
                            .count();
                    return new Votes(yes, answers.missing().size());
                });
    }
}
