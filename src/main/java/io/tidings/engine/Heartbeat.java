package io.tidings.engine;

import io.tidings.schedule.Deadline;
import io.tidings.schedule.Deadlines;
import org.jspecify.annotations.Nullable;

/** Pings one client and ends its session when no pong comes back in time. */
final class Heartbeat {

    private final Session session;
    private final Deadlines deadlines;
    private final long interval;
    private final long timeout;

    // Guarded by this.
    private @Nullable Deadline deadline;
    private long pingDue;
    private long pongDue;
    private boolean awaitsPong;
    private boolean stopped;

    Heartbeat(Session session, Deadlines deadlines, EngineSettings settings) {
        this.session = session;
        this.deadlines = deadlines;
        this.interval = settings.pingInterval().toNanos();
        this.timeout = settings.pingTimeout().toNanos();
    }

    synchronized void start() {
        if (!stopped) {
            schedulePing();
        }
    }

    private void schedulePing() {
        awaitsPong = false;
        pingDue = deadlines.now() + interval;
        // Early rather than late, because the client's time for its pong is counted from when the ping was due:
        // one tick for the wheel, which knows nothing finer, and one for timers that do not keep their rhythm.
        long early = Math.min(2 * deadlines.tickLength().toNanos(), interval / 2);
        deadline = deadlines.at(pingDue - early, this::ping);
    }

    private void ping() {
        synchronized (this) {
            if (stopped) {
                return;
            }
            awaitsPong = true;
            pongDue = Math.max(pingDue, deadlines.now()) + timeout;
            deadline = deadlines.at(pongDue, this::expire);
        }
        session.sendPing();
    }

    synchronized void pong() {
        if (awaitsPong && !stopped) {
            cancel();
            schedulePing();
        }
    }

    private void expire() {
        synchronized (this) {
            if (stopped || !awaitsPong) {
                return;
            }
            if (session.isReadingSuspended()) {
                // The pong may be there already: it is us who do not read.
                pongDue = deadlines.now() + timeout;
                deadline = deadlines.at(pongDue, this::expire);
                return;
            }
        }
        session.close(CloseReason.PING_TIMEOUT);
    }

    /** True when the pong is overdue although the next tick has not come yet. */
    synchronized boolean isOverdue() {
        return awaitsPong && !stopped && deadlines.now() >= pongDue && !session.isReadingSuspended();
    }

    synchronized void stop() {
        stopped = true;
        cancel();
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel();
            deadline = null;
        }
    }
}
