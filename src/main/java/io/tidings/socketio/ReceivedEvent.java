package io.tidings.socketio;

import io.tidings.api.Ack;
import io.tidings.api.AnyListener;
import io.tidings.api.ArgumentException;
import io.tidings.api.Arguments;
import io.tidings.api.EventListener;
import io.tidings.api.IncomingEvent;
import io.tidings.api.PacketFilter;
import io.tidings.api.RefusedException;
import io.tidings.api.Verdict;
import io.tidings.protocol.ProtocolException;
import io.tidings.protocol.socketio.SocketPacket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One event of a client, on its way through filters, listeners and handlers. */
final class ReceivedEvent implements Mailbox.Task {

    private final Server server;
    private final ClientSocket socket;
    private final String name;
    private final Arguments arguments;
    private final Ack ack;
    private final int size;

    ReceivedEvent(ClientSocket socket, SocketPacket packet) {
        this.server = socket.server();
        this.socket = socket;
        this.name = packet.payload().eventName();
        if (name.length() > server.settings().limits().eventName()) {
            throw new ProtocolException("event name too long");
        }
        this.arguments = PacketArguments.ofEvent(packet.payload(), server.codec());
        this.ack = packet.hasAckId() ? new Reply(socket, packet.ackId()) : NoAck.INSTANCE;
        this.size = (int) Math.min(packet.payload().size(), Integer.MAX_VALUE);
    }

    /** Is handled right away if nothing about that can block and nothing is ahead of it; else it waits for its turn. */
    void arrive() {
        Mailbox mailbox = socket.mailbox();
        Routes.Route route = socket.room().audience().routes().of(name);
        if (blocks(route) || !mailbox.claim()) {
            if (socket.connection().session().hold(size)) {
                mailbox.put(this);
                mailbox.start();
            }
            return;
        }
        try {
            call(route);
        } finally {
            mailbox.release();
        }
    }

    private boolean blocks(Routes.Route route) {
        return !route.isNonBlocking()
                || socket.listenersIfAny() != null
                || server.contributions().news().hears(name)
                || !socket.room().filters().isEmpty();
    }

    @Override
    public @Nullable CompletionStage<?> run() {
        CompletionStage<?> rest = null;
        try {
            rest = socket.takesEvents() ? filterAndHandle() : null;
        } finally {
            if (rest == null) {
                done();
            }
        }
        return rest == null ? null : rest.whenComplete((ended, failure) -> done());
    }

    private void done() {
        socket.connection().session().letGo(size);
    }

    private @Nullable CompletionStage<?> filterAndHandle() {
        List<PacketFilter> filters = filters();
        if (filters.isEmpty()) {
            handle();
            return null;
        }
        IncomingEvent event = new IncomingEvent(socket, name, arguments);
        List<Callable<Verdict>> questions = new ArrayList<>(filters.size());
        filters.forEach(filter -> questions.add(() -> filter.filter(event)));
        CompletableFuture<Verdict> settled = new CompletableFuture<>();
        server.decisions().askAll(questions.iterator(), accepted -> {}, verdict -> {
            try {
                judged(verdict);
            } finally {
                settled.complete(verdict);
            }
        });
        return settled.isDone() ? null : settled;
    }

    private List<PacketFilter> filters() {
        Listeners own = socket.listenersIfAny();
        List<PacketFilter> common = socket.room().filters();
        return own == null ? common : Judges.joined(common, own.filters());
    }

    private void judged(Verdict verdict) {
        if (verdict.isAccepted()) {
            if (socket.takesEvents()) {
                handle();
            }
        } else {
            failed("a filter", new RefusedException(verdict.message(), verdict.data()));
        }
    }

    private void handle() {
        if (server.contributions().news().hears(name)) {
            guarded(
                    "an observer",
                    () -> server.contributions().news().received(new IncomingEvent(socket, name, arguments)));
        }
        Listeners own = socket.listenersIfAny();
        if (own != null) {
            for (AnyListener listener : own.incoming()) {
                guarded("a listener", () -> listener.handle(name, arguments));
            }
        }
        call(socket.room().audience().routes().of(name));
        if (own != null) {
            for (EventListener listener : own.of(name)) {
                guarded("a listener", () -> listener.handle(arguments, ack));
            }
        }
    }

    private void call(Routes.Route route) {
        if (route.isEmpty()) {
            return;
        }
        Occurrence occurrence = new Occurrence(socket, name, arguments, ack, null);
        for (Handler handler : route.any()) {
            call(handler, occurrence);
        }
        for (Handler handler : route.named()) {
            call(handler, occurrence);
        }
    }

    private void call(Handler handler, Occurrence occurrence) {
        try {
            Object result = handler.call(occurrence);
            if (handler.acknowledges()) {
                acknowledge(handler.toString(), result);
            }
        } catch (Throwable failure) {
            failed(handler.toString(), failure);
        }
    }

    private void acknowledge(String who, @Nullable Object result) {
        if (result instanceof CompletionStage<?> later) {
            later.whenComplete((value, failure) -> {
                if (failure == null) {
                    guarded(who, () -> acknowledge(who, value));
                } else {
                    failed(who, Failures.unwrapped(failure));
                }
            });
        } else if (ack instanceof Reply reply) {
            reply.sendLast(result);
        }
    }

    private interface Call {
        void run() throws Throwable;
    }

    private void guarded(String who, Call call) {
        try {
            call.run();
        } catch (Throwable failure) {
            failed(who, failure);
        }
    }

    /** The client gets an error as acknowledgement; what is not its own fault or an answer of the application is told to the log. */
    private void failed(String who, Throwable failure) {
        if (!(failure instanceof ArgumentException || failure instanceof RefusedException)) {
            server.failed(who + " on \"" + name + "\", socket " + socket.id(), failure);
        }
        if (!ack.isRequested()) {
            return;
        }
        try {
            ack.send(server.contributions().errors().acknowledgement(socket, name, failure));
        } catch (Throwable again) {
            server.failed("the acknowledgement of a failure on \"" + name + "\"", again);
        }
    }
}
