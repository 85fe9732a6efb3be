package io.tidings.engine;

import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.schedule.Lane;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Brings the messages and events of one session to the listener, in order, and says when reading has to stop. */
final class Inbound {

    /** How many times the limit a transport may pass that cannot stop reading. */
    private static final int OVERRUN = 16;

    private final Session session;
    private final EngineListener listener;
    private final Lane lane;
    private final PeerFaults faults;
    private final EngineLimits limits;
    private final QueuedBytes node;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong waitingBytes = new AtomicLong();
    private volatile boolean suspended;

    // Touched only in the lane.
    private boolean begun;
    private boolean ended;

    Inbound(Session session, Engine engine) {
        this.session = session;
        this.listener = engine.listener();
        this.lane = engine.newLane();
        this.faults = engine.faults();
        this.limits = engine.settings().limits();
        this.node = engine.queuedBytes();
    }

    void opened() {
        event(() -> {
            begun = true;
            listener.opened(session);
        });
    }

    void upgraded() {
        event(() -> listener.upgraded(session));
    }

    private void event(Runnable event) {
        if (!lane.execute(() -> guarded(event))) {
            session.close(CloseReason.OVERLOADED);
        }
    }

    /** The listener hears of the end of what it has heard the beginning of, and of nothing after it. */
    void closed(CloseReason reason) {
        lane.executeOrRun(() -> {
            if (begun) {
                guarded(() -> listener.closed(session, reason));
            }
            ended = true;
        });
    }

    void messages(List<EnginePacket> messages) {
        int bytes = sizeOf(messages);
        if (!node.reserve(bytes)) {
            session.close(CloseReason.OVERLOADED);
            return;
        }
        waiting.addAndGet(messages.size());
        waitingBytes.addAndGet(bytes);
        if (isBeyond(1)) {
            // The batch that sets this is still counted, so the end of its handling will look at it again.
            suspended = true;
        }
        if (!lane.execute(() -> handle(messages, bytes))) {
            node.release(bytes);
            session.close(CloseReason.OVERLOADED);
        }
    }

    private static int sizeOf(List<EnginePacket> messages) {
        int bytes = 0;
        for (EnginePacket message : messages) {
            bytes += message.size();
        }
        return bytes;
    }

    private boolean isBeyond(int times) {
        return waiting.get() >= times * limits.inboundPackets()
                || waitingBytes.get() >= (long) times * limits.inboundBytes();
    }

    private void handle(List<EnginePacket> messages, int bytes) {
        try {
            guarded(() -> handleAll(messages));
        } finally {
            node.release(bytes);
            waiting.addAndGet(-messages.size());
            waitingBytes.addAndGet(-bytes);
        }
        if (suspended && !isBeyond(1)) {
            suspended = false;
            session.resumeReading();
        }
    }

    private void handleAll(List<EnginePacket> messages) {
        for (EnginePacket message : messages) {
            if (session.takesMessages()) {
                handleOne(message);
            }
        }
    }

    private void handleOne(EnginePacket message) {
        try {
            listener.message(session, message);
        } catch (Throwable e) {
            // The application failed, not the client: the session stays open and the next message is handled. Whatever
            // is thrown: a message that is never counted as handled would stop the reading for ever.
            faults.applicationFailed(session, e);
        }
    }

    private void guarded(Runnable events) {
        FlushScope.run(() -> {
            try {
                // Events may have been on their way here while another thread ended the session.
                if (!ended) {
                    events.run();
                }
            } catch (Throwable e) {
                faults.applicationFailed(session, e);
            }
        });
    }

    boolean isSuspended() {
        return suspended;
    }

    boolean isOverrun() {
        return isBeyond(OVERRUN);
    }
}
