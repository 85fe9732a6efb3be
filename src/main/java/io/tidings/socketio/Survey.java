package io.tidings.socketio;

import io.tidings.api.Answers;
import io.tidings.protocol.socketio.Payload;
import io.tidings.schedule.Deadline;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** An event to many sockets that wants an acknowledgement of each. Ends with the last answer, the last departure, or its time. */
final class Survey implements PendingAcks.Waiting {

    /** What comes back where nobody is asked. */
    static final Answers OF_NOBODY = new Answers(List.of(), List.of());

    private final Server server;
    private final long ackId;
    private final Outcome<Answers> result = new Outcome<>();

    // Guarded by this.
    private final Set<ClientSocket> asked = new LinkedHashSet<>();
    private final List<Answers.Answer> received = new ArrayList<>();
    private final List<Answers.Missing> missing = new ArrayList<>();
    private boolean awaitsOthers;
    private boolean allAsked;
    private boolean ended;
    private @Nullable Deadline timeout;

    Survey(Server server, long ackId) {
        this.server = server;
        this.ackId = ackId;
    }

    CompletableFuture<Answers> result() {
        return result;
    }

    long ackId() {
        return ackId;
    }

    /** Counts on an answer of the socket; false if none can come. */
    boolean ask(ClientSocket socket) {
        synchronized (this) {
            asked.add(socket);
        }
        return socket.acks().add(ackId, this);
    }

    /** Counts on what other nodes get back; they know themselves how long to wait. */
    void ask(CompletionStage<Answers> others) {
        synchronized (this) {
            awaitsOthers = true;
        }
        others.whenComplete((answers, failure) -> {
            if (failure != null) {
                server.failed("asking other nodes", Failures.unwrapped(failure));
            }
            answeredElsewhere(failure == null ? answers : OF_NOBODY);
        });
    }

    private void answeredElsewhere(Answers answers) {
        synchronized (this) {
            awaitsOthers = false;
            received.addAll(answers.received());
            missing.addAll(answers.missing());
        }
        endIfComplete();
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
            asked.remove(by);
            received.add(new Answers.Answer(by.id(), PacketArguments.ofAck(payload, server.codec())));
        }
        endIfComplete();
    }

    @Override
    public void missed(ClientSocket by, Answers.Reason reason) {
        synchronized (this) {
            asked.remove(by);
            missing.add(new Answers.Missing(by.id(), reason));
        }
        endIfComplete();
    }

    private void endIfComplete() {
        Answers answers;
        synchronized (this) {
            if (!allAsked || awaitsOthers || !asked.isEmpty() || ended) {
                return;
            }
            ended = true;
            if (timeout != null) {
                timeout.cancel();
            }
            answers = new Answers(received, missing);
        }
        result.settle(answers, server::complete);
    }
}
