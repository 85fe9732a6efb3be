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

    Inbound(Session session, Engine engine) {
        this.session = session;
        this.listener = engine.listener();
        this.lane = engine.newLane();
        this.faults = engine.faults();
        this.limit = engine.settings().limits().inboundPackets();
    }

    void opened() {
        event(() -> listener.opened(session));
    }

    void upgraded() {
        event(() -> listener.upgraded(session));
    }

    private void event(Runnable event) {
        if (!lane.execute(() -> guarded(event))) {
            session.close(CloseReason.OVERLOADED);
        }
    }

    void closed(CloseReason reason) {
        lane.executeOrRun(() -> guarded(() -> listener.closed(session, reason)));
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
        } catch (RuntimeException | StackOverflowError e) {
            // The application failed, not the client: its session stays open and its next message is handled.
            faults.applicationFailed(session, e);
        }
    }

    private void guarded(Runnable events) {
        FlushScope.run(() -> {
            try {
                events.run();
            } catch (RuntimeException | StackOverflowError e) {
                faults.applicationFailed(session, e);
            }
        });
    }

    boolean isSuspended() {
        return suspended;
    }
}
