package io.tidings.engine;

import io.tidings.protocol.engineio.EnginePacket;
import io.tidings.schedule.Lane;
import java.util.List;

/** Brings the messages and events of one session to the listener, in order, and counts those that wait. */
final class Inbound {

    private final Session session;
    private final EngineListener listener;
    private final Lane lane;
    private final PeerFaults faults;
    private final Backlog backlog;

    // Touched only in the lane.
    private boolean begun;
    private boolean ended;

    Inbound(Session session, Engine engine) {
        this.session = session;
        this.listener = engine.listener();
        this.lane = engine.newLane();
        this.faults = engine.faults();
        this.backlog = new Backlog(engine.settings().limits(), engine.queuedBytes());
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
        if (!hold(messages.size(), bytes)) {
            return;
        }
        if (!lane.execute(() -> handle(messages, bytes))) {
            session.close(CloseReason.OVERLOADED);
            letGo(messages.size(), bytes);
        }
    }

    private static int sizeOf(List<EnginePacket> messages) {
        int bytes = 0;
        for (EnginePacket message : messages) {
            bytes += message.size();
        }
        return bytes;
    }

    /** Counts messages that wait to be handled; where the node has no room for them, the session ends. */
    boolean hold(int messages, int bytes) {
        boolean hasRoom = backlog.enter(messages, bytes);
        if (!hasRoom) {
            session.close(CloseReason.OVERLOADED);
        }
        return hasRoom;
    }

    void letGo(int messages, int bytes) {
        if (backlog.leave(messages, bytes)) {
            // Not in the middle of a batch: reading can take long, and what the batch has sent would wait for it.
            FlushScope.after(this::readOn);
        }
    }

    private void readOn() {
        if (backlog.resume()) {
            session.transport().resumeReading();
        }
    }

    private void handle(List<EnginePacket> messages, int bytes) {
        try {
            guarded(() -> handleAll(messages));
        } finally {
            letGo(messages.size(), bytes);
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
        return backlog.isSuspended();
    }

    boolean isOverrun() {
        return backlog.isOverrun();
    }
}
