package io.tidings.transport.endpoint;

import io.tidings.schedule.Deadline;
import io.tidings.transport.http.ConnectionEnd;
import io.tidings.transport.http.WebSocketSettings;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The end of a container's WebSocket session: begun once, with the code given first, and enforced after a while. */
final class SessionEnd {

    private final Session session;
    private final WebSocketSettings settings;
    private final ConnectionEnd end;

    // Guarded by this.
    private @Nullable CloseReason reason;
    private @Nullable Deadline patience;
    private boolean done;

    private volatile boolean begun;

    SessionEnd(Session session, WebSocketSettings settings) {
        this.session = session;
        this.settings = settings;
        this.end = new ConnectionEnd(settings.deadlines());
    }

    boolean hasBegun() {
        return begun;
    }

    synchronized void begin(int code, String words) {
        if (reason == null && !done) {
            begun = true;
            reason = new CloseReason(CloseReason.CloseCodes.getCloseCode(code), words);
            patience = settings.deadlines().after(settings.closeTimeout(), this::force);
        }
    }

    /** The container has ended the session. */
    synchronized void done() {
        done = true;
        begun = true;
        if (patience != null) {
            patience.cancel();
        }
    }

    /** Sends the Close frame. */
    void gently() {
        end.whenOpened(this::close);
    }

    /** Ends a session whose client does not read. */
    void force() {
        end.byForce(this::close);
    }

    private void close() {
        CloseReason why;
        synchronized (this) {
            why = done ? null : reason;
        }
        if (why != null && session.isOpen()) {
            try {
                session.close(why);
            } catch (IOException | IllegalStateException alreadyGone) {
                done();
            }
        }
    }
}
