package io.tidings.socketio;

import io.tidings.api.Admission;
import io.tidings.api.DisconnectReason;
import io.tidings.api.Handshake;
import io.tidings.api.RefusedException;
import io.tidings.api.Verdict;
import io.tidings.engine.CloseReason;
import io.tidings.protocol.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** One client's wish to be connected to a namespace, and what became of it. */
final class Attempt {

    private static final String INVALID = "Invalid namespace";

    private final Server server;
    private final Connection connection;
    private final String name;

    // Guarded by this.
    private @Nullable ClientSocket socket;
    private boolean settled;

    Attempt(Server server, Connection connection, String name) {
        this.server = server;
        this.connection = connection;
        this.name = name;
    }

    String name() {
        return name;
    }

    /** The socket, once the client has been let in. */
    synchronized @Nullable ClientSocket socket() {
        return socket;
    }

    /** True if the client has been let in and has been disconnected since. */
    boolean hasEnded() {
        ClientSocket admitted = socket();
        return admitted != null && admitted.hasEnded();
    }

    void begin(Bytes auth) {
        Handshake handshake =
                new Handshake(connection.session().handshake(), new RawArgument(auth, List.of(), server.codec()));
        LocalNamespace known;
        try {
            known = server.namespaces().enter(name);
        } catch (RefusedException full) {
            refuse(Verdict.refused(String.valueOf(full.getMessage())));
            return;
        }
        if (known != null) {
            ask(known, handshake);
        } else if (server.namespaces().hasGates()) {
            onExecutor(() -> askGate(0, handshake));
        } else {
            refuse(Verdict.refused(INVALID));
        }
    }

    private void askGate(int index, Handshake handshake) {
        List<Family> gates = server.namespaces().gates();
        if (index >= gates.size()) {
            refuse(Verdict.refused(INVALID));
            return;
        }
        Family family = gates.get(index);
        server.decisions().ask(() -> family.opens(name, handshake), verdict -> {
            if (verdict.isAccepted()) {
                enter(family, handshake);
            } else {
                askGate(index + 1, handshake);
            }
        });
    }

    private void enter(Family family, Handshake handshake) {
        LocalNamespace namespace;
        try {
            namespace = server.namespaces().enter(name, family);
        } catch (RefusedException full) {
            refuse(Verdict.refused(String.valueOf(full.getMessage())));
            return;
        }
        askAdmissions(namespace, handshake);
    }

    private void ask(LocalNamespace namespace, Handshake handshake) {
        if (namespace.admissions().isEmpty()) {
            admit(new ClientSocket(server, connection, namespace, handshake));
        } else {
            onExecutor(() -> askAdmissions(namespace, handshake));
        }
    }

    private void onExecutor(Runnable task) {
        try {
            server.executor().execute(task);
        } catch (RejectedExecutionException full) {
            connection.session().close(CloseReason.OVERLOADED);
        }
    }

    private void askAdmissions(LocalNamespace namespace, Handshake handshake) {
        ClientSocket candidate = new ClientSocket(server, connection, namespace, handshake);
        List<Callable<Verdict>> questions = new ArrayList<>();
        for (Admission admission : namespace.admissions()) {
            questions.add(() -> admission.admit(candidate));
        }
        server.decisions().askAll(questions.iterator(), candidate.identity()::become, verdict -> {
            if (verdict.isAccepted()) {
                admit(candidate);
            } else {
                candidate.abandon();
                refuse(verdict);
            }
        });
    }

    private void admit(ClientSocket candidate) {
        boolean admitted;
        synchronized (this) {
            admitted = !settled;
            settled = true;
            socket = admitted ? candidate : null;
        }
        if (admitted) {
            connection.admitted();
            candidate.connect();
        } else {
            candidate.abandon();
        }
    }

    private void refuse(Verdict verdict) {
        synchronized (this) {
            if (settled) {
                return;
            }
            settled = true;
        }
        connection.forget(this);
        connection.refuse(name, verdict.message(), verdict.data());
    }

    /** The session has ended. */
    void clientGone(DisconnectReason reason) {
        ClientSocket admitted;
        synchronized (this) {
            settled = true;
            admitted = socket;
        }
        if (admitted != null) {
            admitted.end(reason);
        }
    }
}
