package io.tidings.socketio;

import io.tidings.api.Answers;
import io.tidings.api.Answers.Missing;
import io.tidings.api.RemoteSocket;
import io.tidings.api.UnreachableNodesException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the application does with many sockets of a namespace: here, and on the other nodes unless it is to stay here. */
final class Broadcasts {

    private static final Answers OF_NOBODY = new Answers(List.of(), List.of());

    private final Server server;
    private final LocalNamespace namespace;
    private final String name;

    Broadcasts(LocalNamespace namespace) {
        this.server = namespace.server();
        this.namespace = namespace;
        this.name = namespace.name();
    }

    private Crowd here() {
        return server.own().crowd(name);
    }

    private boolean isForOthers(Selection selection) {
        return !selection.isLocal() && server.cluster().hasOthers();
    }

    private Delivery delivery(Selection selection, String event, @Nullable Object[] arguments) {
        return new Delivery(
                server, name, selection.isVolatile(), selection.isCompressed(), EventNames.checked(event), arguments);
    }

    void emit(Selection selection, String event, @Nullable Object... arguments) {
        Delivery delivery = delivery(selection, event, arguments);
        OwnSockets.emit(here(), selection, delivery);
        if (isForOthers(selection)) {
            server.cluster().emit(name, selection, delivery.payload());
        }
    }

    CompletionStage<Answers> ask(
            Selection selection, @Nullable Duration timeout, String event, @Nullable Object... arguments) {
        Delivery delivery = delivery(selection, event, arguments);
        if (!server.hasStarted()) {
            return CompletableFuture.completedFuture(OF_NOBODY);
        }
        boolean others = isForOthers(selection);
        if (others) {
            // Before anybody is asked, because nobody will be if this fails.
            delivery.payload();
        }
        Duration patience = server.patience(timeout);
        Outcome<Answers> outcome = new Outcome<>();
        Parts<Said> answers = new Gathering<>(others ? 2 : 1, (said, missing) -> settle(outcome, said, missing));
        server.own().ask(here(), selection, delivery, patience, answers);
        if (others) {
            server.cluster().ask(name, selection, delivery.payload(), patience, answers);
        }
        return outcome;
    }

    private void settle(Outcome<Answers> outcome, List<Said> said, List<Missing> missing) {
        List<Answers.Answer> received = new ArrayList<>(said.size());
        for (Said each : said) {
            received.add(new Answers.Answer(each.by(), PacketArguments.ofAck(each.payload(), server.codec())));
        }
        outcome.settle(new Answers(received, missing), server::complete);
    }

    CompletionStage<List<RemoteSocket>> fetch(Selection selection, @Nullable Duration timeout) {
        List<RemoteSocket> all = new ArrayList<>();
        here().forEach(selection, all::add);
        if (!isForOthers(selection)) {
            return CompletableFuture.completedFuture(all);
        }
        Outcome<List<RemoteSocket>> outcome = new Outcome<>();
        Gathering<SocketCopy> elsewhere = gathering(outcome, copies -> {
            copies.forEach(copy -> all.add(new FetchedSocket(copy, namespace, server.codec())));
            return all;
        });
        server.cluster().fetch(name, selection, server.patience(timeout), elsewhere);
        return outcome;
    }

    CompletionStage<Long> count(Selection selection, @Nullable Duration timeout) {
        long own = OwnSockets.count(here(), selection);
        if (!isForOthers(selection)) {
            return CompletableFuture.completedFuture(own);
        }
        Outcome<Long> outcome = new Outcome<>();
        Gathering<Long> elsewhere = gathering(
                outcome,
                counts -> own + counts.stream().mapToLong(Long::longValue).sum());
        server.cluster().count(name, selection, server.patience(timeout), elsewhere);
        return outcome;
    }

    CompletionStage<Map<String, Long>> rooms() {
        Map<String, Long> all = here().rooms().sizes();
        if (!server.cluster().hasOthers()) {
            return CompletableFuture.completedFuture(all);
        }
        Outcome<Map<String, Long>> outcome = new Outcome<>();
        Gathering<Map<String, Long>> elsewhere = gathering(outcome, rooms -> {
            rooms.forEach(some -> some.forEach((room, count) -> all.merge(room, count, Long::sum)));
            return all;
        });
        server.cluster().rooms(name, server.patience(null), elsewhere);
        return outcome;
    }

    /** What the cluster gives; a failure where some of its nodes give nothing. */
    private <T, R> Gathering<T> gathering(Outcome<R> outcome, Function<List<T>, R> whole) {
        return new Gathering<>(1, (parts, missing) -> {
            R found = whole.apply(parts);
            if (missing.isEmpty()) {
                outcome.settle(found, server::complete);
            } else {
                outcome.fail(new UnreachableNodesException(missing, found), server::complete);
            }
        });
    }

    void join(Selection selection, Set<String> rooms) {
        if (server.hasStarted()) {
            RoomNames.check(rooms, server.settings().limits().roomName());
        }
        server.own().join(here(), selection, rooms);
        if (isForOthers(selection)) {
            server.cluster().join(name, selection, rooms);
        }
    }

    void leave(Selection selection, Set<String> rooms) {
        OwnSockets.leave(here(), selection, rooms);
        if (isForOthers(selection)) {
            server.cluster().leave(name, selection, rooms);
        }
    }

    void disconnect(Selection selection, boolean close) {
        OwnSockets.disconnect(here(), selection, close);
        if (isForOthers(selection)) {
            server.cluster().disconnect(name, selection, close);
        }
    }

    // ---- from application to application

    void tellServers(String event, @Nullable Object... arguments) {
        String checked = EventNames.checkedForServers(event);
        if (server.cluster().hasOthers()) {
            server.cluster().tellServers(name, server.codec().event(checked, arguments));
        }
    }

    CompletionStage<Answers> askServers(@Nullable Duration timeout, String event, @Nullable Object... arguments) {
        String checked = EventNames.checkedForServers(event);
        if (!server.cluster().hasOthers()) {
            return CompletableFuture.completedFuture(OF_NOBODY);
        }
        Outcome<Answers> outcome = new Outcome<>();
        Parts<Said> answers = new Gathering<>(1, (said, missing) -> settle(outcome, said, missing));
        server.cluster().askServers(name, server.codec().event(checked, arguments), server.patience(timeout), answers);
        return outcome;
    }
}
