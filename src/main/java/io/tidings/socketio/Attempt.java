package io.tidings.socketio;

import io.tidings.api.Admission;
import io.tidings.api.DisconnectReason;
import io.tidings.api.Handshake;
import io.tidings.api.RefusedException;
import io.tidings.api.Verdict;
import io.tidings.engine.CloseReason;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** One client's wish to be connected to a namespace, and what became of it. */
final class Attempt {

    private static final Verdict INVALID = Verdict.refused("Invalid namespace");

    private final Server server;
    private final Connection connection;
    private final String name;

    // Guarded by this.
    private @Nullable ClientSocket socket;
    private boolean isSettled;
    private boolean isOver;

    Attempt(Server server, Connection connection, String name) {
        this.server = server;
        this.connection = connection;
        this.name = name;
    }

    String name() {
        return name;
    }

    /** The socket from the moment the client has been let in until it has been forgotten. */
    synchronized @Nullable ClientSocket socket() {
        return socket;
    }

    synchronized boolean wasAdmitted() {
        return socket != null || isOver;
    }

    /** True if the client has been let in and has been disconnected since. */
    synchronized boolean hasEnded() {
        return isOver || (socket != null && socket.hasEnded());
    }

    private synchronized boolean isSettled() {
        return isSettled;
    }

    // ---- who decides

    void begin(Handshake handshake) {
        Iterator<Family> gates = server.namespaces().gates(name).iterator();
        if (gates.hasNext()) {
            onExecutor(() -> askGate(gates, handshake));
            return;
        }
        ClientSocket candidate = candidate(null, handshake);
        if (candidate == null) {
            return;
        }
        if (candidate.room().admissions().isEmpty()) {
            admit(candidate);
        } else if (!onExecutor(() -> askAdmissions(candidate))) {
            candidate.abandon();
        }
    }

    private boolean onExecutor(Runnable task) {
        try {
            server.executor().execute(task);
            return true;
        } catch (RejectedExecutionException full) {
            connection.session().close(CloseReason.OVERLOADED);
            return false;
        }
    }

    private void askGate(Iterator<Family> gates, Handshake handshake) {
        if (!gates.hasNext()) {
            refuse(INVALID);
            return;
        }
        Family family = gates.next();
        server.decisions().ask(() -> isSettled() ? INVALID : family.opens(name, handshake), verdict -> {
            if (!verdict.isAccepted()) {
                askGate(gates, handshake);
                return;
            }
            ClientSocket candidate = candidate(family, handshake);
            if (candidate != null) {
                askAdmissions(candidate);
            }
        });
    }

    /** Somebody who may become a socket of the namespace; null if there is no such namespace, which the client has been told then. */
    private @Nullable ClientSocket candidate(@Nullable Family family, Handshake handshake) {
        try {
            LocalNamespace namespace = server.namespaces().enter(name, family);
            if (namespace != null) {
                return new ClientSocket(connection, namespace, handshake);
            }
            refuse(INVALID);
        } catch (RefusedException full) {
            refuse(Verdict.refused("Too many namespaces"));
        }
        return null;
    }

    private void askAdmissions(ClientSocket candidate) {
        List<Callable<Verdict>> questions = new ArrayList<>();
        for (Admission admission : candidate.room().admissions()) {
            questions.add(() -> isSettled() ? INVALID : admission.admit(candidate));
        }
        server.decisions().askAll(questions.iterator(), candidate.presence()::become, verdict -> {
            if (verdict.isAccepted()) {
                admit(candidate);
            } else {
                candidate.abandon();
                refuse(verdict);
            }
        });
    }

    // ---- what was decided

    private void admit(ClientSocket candidate) {
        if (takes(candidate) && candidate.connect()) {
            connection.admitted();
        } else {
            candidate.abandon();
        }
    }

    private synchronized boolean takes(ClientSocket candidate) {
        if (isSettled) {
            return false;
        }
        isSettled = true;
        socket = candidate;
        return true;
    }

    private void refuse(Verdict verdict) {
        synchronized (this) {
            if (isSettled) {
                return;
            }
            isSettled = true;
        }
        connection.forget(this);
        connection.refuse(name, verdict.message(), verdict.data());
    }

    // ---- the end

    /** This side ends it, or does not let it begin. */
    void end() {
        ClientSocket admitted = settled();
        if (admitted != null) {
            admitted.disconnect();
        }
    }

    /** The session has ended. */
    void clientGone(DisconnectReason reason) {
        ClientSocket admitted = settled();
        if (admitted != null) {
            admitted.clientGone(reason);
        }
    }

    private synchronized @Nullable ClientSocket settled() {
        isSettled = true;
        return socket;
    }

    /** The socket has left everything. */
    synchronized void forget(ClientSocket left) {
        if (socket == left) {
            socket = null;
            isOver = true;
        }
    }
}
