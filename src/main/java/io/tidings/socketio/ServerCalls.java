package io.tidings.socketio;

import io.tidings.api.Ack;
import io.tidings.api.Answers.Reason;
import io.tidings.api.EventListener;
import io.tidings.engine.LogText;
import io.tidings.protocol.socketio.Payload;
import io.tidings.protocol.socketio.PayloadCheck;
import io.tidings.schedule.Lane;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What other nodes tell and ask the application of this one. Its listeners are called one at a time and in the order it came, on the
 * executor, because they may block.
 */
final class ServerCalls {

    /** Further ahead of the listeners no other node gets. */
    static final int MOST_WAITING = 10_000;

    private final Server server;
    private final Lane lane;
    private final AtomicInteger waiting = new AtomicInteger();

    ServerCalls(Server server, Lane lane) {
        this.server = server;
        this.lane = lane;
    }

    void told(String namespace, Payload event) {
        PayloadCheck.event(event);
        if (!enqueue(() -> call(namespace, event, NoAck.INSTANCE))) {
            overrun(event);
        }
    }

    void asked(String namespace, Payload event, Duration patience, Parts<Said> answers) {
        PayloadCheck.event(event);
        ServerReply reply = new ServerReply(server, answers);
        reply.endWith(server.deadlines().after(patience, () -> reply.miss(Reason.TIMED_OUT)));
        Runnable call = () -> {
            if (!call(namespace, event, reply)) {
                reply.miss(Reason.FAILED);
            }
        };
        if (listeners(namespace, event).isEmpty()) {
            reply.miss(Reason.NOBODY_LISTENS);
        } else if (!enqueue(call)) {
            overrun(event);
            reply.miss(Reason.TOO_MANY_PENDING);
        }
    }

    private boolean enqueue(Runnable call) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return false;
        }
        boolean accepted = lane.execute(() -> {
            waiting.decrementAndGet();
            call.run();
        });
        if (!accepted) {
            waiting.decrementAndGet();
        }
        return accepted;
    }

    private void overrun(Payload event) {
        server.failed(
                "server event \"" + LogText.of(event.eventName()) + "\" of another node",
                new RejectedExecutionException("too many wait for their listeners"));
    }

    private List<EventListener> listeners(String namespace, Payload event) {
        LocalNamespace existing = server.namespaces().existing(namespace);
        return existing == null ? List.of() : existing.serverEvents().of(event.eventName());
    }

    /** False if none of the listeners could do anything with it. */
    private boolean call(String namespace, Payload event, Ack ack) {
        boolean done = false;
        for (EventListener listener : listeners(namespace, event)) {
            try {
                listener.handle(PacketArguments.ofEvent(event, server.codec()), ack);
                done = true;
            } catch (Throwable failure) {
                server.failed("a listener to the server event \"" + LogText.of(event.eventName()) + "\"", failure);
            }
        }
        return done;
    }
}
