package io.tidings.socketio;

import io.tidings.api.Answers;
import io.tidings.protocol.socketio.Payload;
import io.tidings.schedule.Deadline;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An event to many sockets of this node that wants an acknowledgement of each. Ends with the last answer, the last departure, or its time. */
final class Survey implements PendingAcks.Waiting {

    private final long ackId;
    private final Parts<Said> answers;

    // Guarded by this.
    private final Set<ClientSocket> asked = new LinkedHashSet<>();
    private boolean allAsked;
    private boolean ended;
    private @Nullable Deadline timeout;

    Survey(long ackId, Parts<Said> answers) {
        this.ackId = ackId;
        this.answers = answers;
    }

    /** Counts on an answer of the socket; false if none can come. */
    boolean ask(ClientSocket socket) {
        synchronized (this) {
            asked.add(socket);
        }
        return socket.acks().add(ackId, this);
    }

    /** Everybody has been asked; what is still missing then is awaited until the deadline. */
    void close(Deadline deadline) {
        synchronized (this) {
            allAsked = true;
            timeout = deadline;
        }
        endIfComplete();
    }

    void timeOut() {
        List<ClientSocket> silent;
        synchronized (this) {
            silent = List.copyOf(asked);
        }
        silent.forEach(socket -> socket.acks().miss(ackId, Answers.Reason.TIMED_OUT));
    }

    @Override
    public void answered(ClientSocket by, Payload payload) {
        synchronized (this) {
            // Under the lock, so that the end is behind it.
            answers.arrived(new Said(by.id(), payload));
            asked.remove(by);
        }
        endIfComplete();
    }

    @Override
    public void missed(ClientSocket by, Answers.Reason reason) {
        synchronized (this) {
            answers.missing(new Answers.Missing(by.id(), reason));
            asked.remove(by);
        }
        endIfComplete();
    }

    private void endIfComplete() {
        synchronized (this) {
            if (!allAsked || !asked.isEmpty() || ended) {
                return;
            }
            ended = true;
            if (timeout != null) {
                timeout.cancel();
            }
        }
        answers.end();
    }
}
