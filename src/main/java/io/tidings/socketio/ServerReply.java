package io.tidings.socketio;

import io.tidings.api.Ack;
import io.tidings.api.Answers;
import io.tidings.protocol.socketio.Payload;
import io.tidings.schedule.Deadline;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The acknowledgement that another node waits for. */
final class ServerReply implements Ack {

    private final Server server;
    private final Parts<Said> answers;
    private final AtomicBoolean settled = new AtomicBoolean();
    private volatile @Nullable Deadline timeout;

    ServerReply(Server server, Parts<Said> answers) {
        this.server = server;
        this.answers = answers;
    }

    /** Called before anybody can answer. */
    void endWith(Deadline given) {
        timeout = given;
    }

    @Override
    public boolean isRequested() {
        return true;
    }

    @Override
    public boolean send(@Nullable Object... arguments) {
        if (settled.get()) {
            return false;
        }
        Payload payload = server.codec().ack(arguments);
        if (!settle()) {
            return false;
        }
        answers.arrived(new Said(server.cluster().id(), payload));
        answers.end();
        return true;
    }

    void miss(Answers.Reason reason) {
        if (settle()) {
            answers.missing(new Answers.Missing(server.cluster().id(), reason));
            answers.end();
        }
    }

    private boolean settle() {
        Deadline limit = timeout;
        if (limit != null) {
            limit.cancel();
        }
        return settled.compareAndSet(false, true);
    }
}
