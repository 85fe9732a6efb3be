package io.tidings.engine;

import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.schedule.Lane;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Brings the messages and events of one session to the listener, in order, and says when reading has to stop. */
final class Inbound {

    private final Session session;
    private final EngineListener listener;
    private final Lane lane;
    private final PeerFaults faults;
    private final int limit;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean suspended;

    // Touched only in the lane.
    private boolean begun;
    private boolean ended;

    Inbound(Session session, Engine engine) {
        this.session = session;
        this.listener = engine.listener();
        this.lane = engine.newLane();
        this.faults = engine.faults();
        this.limit = engine.settings().limits().inboundPackets();
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
        if (waiting.addAndGet(messages.size()) >= limit) {
            suspended = true;
        }
        if (!lane.execute(() -> handle(messages))) {
            session.close(CloseReason.OVERLOADED);
        }
    }

    private void handle(List<EnginePacket> messages) {
        guarded(() -> {
            for (EnginePacket message : messages) {
                if (session.takesMessages()) {
                    handleOne(message);
                }
            }
        });
        if (waiting.addAndGet(-messages.size()) < limit && suspended) {
            suspended = false;
            session.resumeReading();
        }
    }

    private void handleOne(EnginePacket message) {
        try {
            listener.message(session, message);
        } catch (Throwable e) {
            // The application failed, not the client: its session stays open and its next message is handled. Whatever
            // is
            // thrown, a class that is missing too: a message that is never counted as handled stops the reading for
            // ever.
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
}
