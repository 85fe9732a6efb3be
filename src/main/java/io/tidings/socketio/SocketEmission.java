package io.tidings.socketio;

import io.tidings.api.Answers;
import io.tidings.api.Arguments;
import io.tidings.api.Emission;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * An emission to one socket.
 *
 * @param patience null for what the settings say
 */
record SocketEmission(
        ClientSocket socket,
        boolean isVolatile,
        boolean isCompressed,
        @Nullable Duration patience) implements Emission {

    @Override
    public Emission asVolatile() {
        return new SocketEmission(socket, true, isCompressed, patience);
    }

    @Override
    public Emission compress(boolean compressed) {
        return new SocketEmission(socket, isVolatile, compressed, patience);
    }

    @Override
    public Emission timeout(Duration timeout) {
        return new SocketEmission(socket, isVolatile, isCompressed, timeout);
    }

    @Override
    public void emit(String event, @Nullable Object... arguments) {
        Delivery delivery = delivery(event, arguments);
        if (socket.isConnected()) {
            socket.deliver(delivery);
        } else {
            refuseForCandidates();
        }
    }

    @Override
    public CompletionStage<Arguments> emitWithAck(String event, @Nullable Object... arguments) {
        refuseForCandidates();
        Server server = socket.server();
        Question question = new Question(server);
        long ackId = server.nextAckId();
        Delivery delivery = delivery(event, arguments).under(ackId);
        delivery.payload();
        PendingAcks acks = socket.acks();
        if (acks.add(ackId, question)) {
            Runnable giveUp = () -> acks.miss(ackId, Answers.Reason.TIMED_OUT);
            question.endWith(server.deadlines().after(server.patience(patience), giveUp));
            socket.deliver(delivery);
        }
        return question.answer();
    }

    private Delivery delivery(String event, @Nullable Object[] arguments) {
        return new Delivery(
                socket.server(), socket.room().name(), isVolatile, isCompressed, EventNames.checked(event), arguments);
    }

    private void refuseForCandidates() {
        if (socket.isCandidate()) {
            throw new IllegalStateException(
                    "The socket is not connected yet: nothing can be sent before it is admitted.");
        }
    }
}
