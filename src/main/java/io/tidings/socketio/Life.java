package io.tidings.socketio;

import io.tidings.api.ArgumentException;
import io.tidings.api.DisconnectListener;
import io.tidings.api.DisconnectReason;
import io.tidings.api.RefusedException;
import io.tidings.api.Socket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells the application of the beginning and the end of a socket. */
final class Life {

    private final Server server;
    private final ClientSocket socket;

    Life(ClientSocket socket) {
        this.server = socket.server();
        this.socket = socket;
    }

    static boolean isOurDecision(DisconnectReason reason) {
        return switch (reason) {
            case TRANSPORT_ERROR, TRANSPORT_CLOSE, PING_TIMEOUT, PARSE_ERROR, CLIENT_NAMESPACE_DISCONNECT -> false;
            case FORCED_CLOSE,
                    SERVER_SHUTTING_DOWN,
                    FORCED_SERVER_CLOSE,
                    SERVER_NAMESPACE_DISCONNECT,
                    SLOW_CONSUMER,
                    FLOODING,
                    OVERLOADED -> true;
        };
    }

    /** A task of the socket's mailbox. Nothing is told of a socket that this side has ended before it could be told. */
    @Nullable
    CompletionStage<?> connected() {
        if (!socket.takesEvents()) {
            return null;
        }
        socket.announce();
        Audience audience = socket.room().audience();
        for (Consumer<Socket> listener : audience.connectListeners()) {
            guarded("a connect listener", () -> listener.accept(socket));
        }
        for (Handler handler : audience.routes().onConnect()) {
            guarded(handler.toString(), () -> handler.call(occurrence(null)));
        }
        guarded(
                "an observer of connections",
                () -> server.contributions().news().connected(socket));
        return null;
    }

    /** A task of the socket's mailbox. */
    Mailbox.Task disconnected(DisconnectReason reason) {
        return () -> {
            if (socket.isAnnounced()) {
                tellTheEnd(reason);
            } else {
                socket.forget();
            }
            return null;
        };
    }

    /** A task of the socket's mailbox. Its client may go on: all that it has left behind is done. */
    @Nullable
    CompletionStage<?> letGo() {
        socket.connection().session().letGo(0);
        return null;
    }

    private void tellTheEnd(DisconnectReason reason) {
        Routes routes = socket.room().audience().routes();
        Listeners listeners = socket.listenersIfAny();
        call(listeners == null ? List.of() : listeners.disconnecting(), routes.onDisconnecting(), reason);
        socket.forget();
        call(listeners == null ? List.of() : listeners.disconnected(), routes.onDisconnect(), reason);
        guarded(
                "an observer of disconnections",
                () -> server.contributions().news().disconnected(socket, reason));
    }

    private void call(List<DisconnectListener> listeners, List<Handler> handlers, DisconnectReason reason) {
        for (DisconnectListener listener : listeners) {
            guarded("a disconnect listener", () -> listener.handle(reason));
        }
        for (Handler handler : handlers) {
            guarded(handler.toString(), () -> handler.call(occurrence(reason)));
        }
    }

    private Occurrence occurrence(@Nullable DisconnectReason reason) {
        return new Occurrence(socket, "", NoArguments.INSTANCE, NoAck.INSTANCE, reason);
    }

    private interface Call {
        void run() throws Throwable;
    }

    private void guarded(String who, Call call) {
        try {
            call.run();
        } catch (ArgumentException | RefusedException refusal) {
            // It has been let in, but what it said at the door does not do.
            socket.disconnect();
        } catch (Throwable failure) {
            server.failed(who + ", socket " + socket.id(), failure);
        }
    }
}
