package io.tidings.socketio;

import io.tidings.api.AckException;
import io.tidings.api.Answers;
import io.tidings.api.Arguments;
import io.tidings.protocol.socketio.Payload;
import io.tidings.schedule.Deadline;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An event to one socket that wants an acknowledgement. */
final class Question implements PendingAcks.Waiting {

    private final Server server;
    private final CompletableFuture<Arguments> answer = new CompletableFuture<>();
    private volatile @Nullable Deadline timeout;

    Question(Server server) {
        this.server = server;
    }

    CompletableFuture<Arguments> answer() {
        return answer;
    }

    void endWith(Deadline given) {
        timeout = given;
        if (answer.isDone()) {
            given.cancel();
        }
    }

    @Override
    public void answered(ClientSocket by, Payload payload) {
        cancelTimeout();
        Arguments arguments = PacketArguments.ofAck(payload, server.codec());
        server.complete(() -> answer.complete(arguments));
    }

    @Override
    public void missed(ClientSocket by, Answers.Reason reason) {
        cancelTimeout();
        server.complete(() -> answer.completeExceptionally(new AckException(reason)));
    }

    private void cancelTimeout() {
        Deadline running = timeout;
        if (running != null) {
            running.cancel();
        }
    }
}
