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
    private final Outcome<Arguments> answer = new Outcome<>();

    // Guarded by this.
    private @Nullable Deadline timeout;
    private boolean isSettled;

    Question(Server server) {
        this.server = server;
    }

    CompletableFuture<Arguments> answer() {
        return answer;
    }

    synchronized void endWith(Deadline given) {
        timeout = given;
        if (isSettled) {
            given.cancel();
        }
    }

    @Override
    public void answered(ClientSocket by, Payload payload) {
        settle();
        answer.settle(PacketArguments.ofAck(payload, server.codec()), server::complete);
    }

    @Override
    public void missed(ClientSocket by, Answers.Reason reason) {
        settle();
        answer.fail(new AckException(reason), server::complete);
    }

    private synchronized void settle() {
        isSettled = true;
        if (timeout != null) {
            timeout.cancel();
        }
    }
}
