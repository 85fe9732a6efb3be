package io.tidings.socketio;

import io.tidings.engine.CloseReason;
import io.tidings.engine.EngineSession;
import io.tidings.schedule.Deadline;
import org.jspecify.annotations.Nullable;

/** The part of a packet that has come while the rest has not: charged to the node, and not waited for without end. */
final class Unfinished {

    private final Server server;
    private final EngineSession session;
    private int charged;

    // Guarded by this.
    private @Nullable Deadline deadline;

    Unfinished(Server server, EngineSession session) {
        this.server = server;
        this.session = session;
    }

    /** So many bytes are held back now; called by one thread at a time. Where the node has no room for them, the session ends. */
    void holds(long bytes) {
        int now = (int) Math.min(bytes, Integer.MAX_VALUE);
        if (now < charged) {
            session.release(charged - now);
        } else if (!session.reserve(now - charged)) {
            return;
        }
        charged = now;
        await(now > 0);
    }

    private synchronized void await(boolean awaits) {
        Deadline running = deadline;
        if (awaits && running == null) {
            deadline = server.deadlines().after(server.settings().attachmentTimeout(), this::expire);
        } else if (!awaits && running != null) {
            running.cancel();
            deadline = null;
        }
    }

    private void expire() {
        synchronized (this) {
            if (deadline == null) {
                return;
            }
            deadline = null;
            if (session.isReadingSuspended()) {
                // The rest may be there already: it is us who do not read.
                await(true);
                return;
            }
        }
        session.close(CloseReason.PARSE_ERROR);
    }
}
