package io.tidings.socketio;

import io.tidings.engine.FlushScope;
import io.tidings.protocol.socketio.Payload;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The sockets of this node, and what is done with them: for its own application, and for other nodes. */
final class OwnSockets implements Holder {

    private final Server server;
    private final Crowd nobody;

    OwnSockets(Server server) {
        this.server = server;
        this.nobody = new Crowd(new RoomNews(server, ""));
    }

    /** Those that there are now, whichever object stands for the namespace at the moment. */
    Crowd crowd(String namespace) {
        LocalNamespace existing = server.namespaces().existing(namespace);
        return existing == null ? nobody : existing.crowd();
    }

    @Override
    public void together(Runnable several) {
        FlushScope.run(several);
    }

    // ---- for the application

    static void emit(Crowd crowd, Selection selection, Delivery delivery) {
        FlushScope.run(() -> crowd.forEach(selection, socket -> socket.deliver(delivery)));
    }

    void ask(Crowd crowd, Selection selection, Delivery delivery, Duration patience, Parts<Said> answers) {
        long ackId = server.nextAckId();
        Survey survey = new Survey(ackId, answers);
        Delivery asking = delivery.under(ackId);
        FlushScope.run(() -> crowd.forEach(selection, socket -> {
            // Before anybody is asked, because nobody will be if this fails.
            asking.messages();
            if (survey.ask(socket)) {
                socket.deliver(asking);
            }
        }));
        survey.close(server.deadlines().after(patience, survey::timeOut));
    }

    void join(Crowd crowd, Selection selection, Set<String> rooms) {
        String[] names = rooms.toArray(String[]::new);
        crowd.forEach(selection, socket -> {
            try {
                socket.join(names);
            } catch (IllegalStateException full) {
                // The others are not to miss it.
                server.failed("socketsJoin", full);
            }
        });
    }

    static void leave(Crowd crowd, Selection selection, Set<String> rooms) {
        String[] names = rooms.toArray(String[]::new);
        crowd.forEach(selection, socket -> socket.leave(names));
    }

    static void disconnect(Crowd crowd, Selection selection, boolean close) {
        crowd.forEach(selection, socket -> socket.disconnect(close));
    }

    static long count(Crowd crowd, Selection selection) {
        long[] count = new long[1];
        crowd.forEach(selection, socket -> count[0]++);
        return count[0];
    }

    // ---- for other nodes

    private Delivery foreign(String namespace, Selection selection, Payload event) {
        return Delivery.foreign(server, namespace, selection, event);
    }

    @Override
    public void emit(String namespace, Selection selection, Payload event) {
        emit(crowd(namespace), selection, foreign(namespace, selection, event));
    }

    @Override
    public void ask(String namespace, Selection selection, Payload event, Duration patience, Parts<Said> answers) {
        ask(crowd(namespace), selection, foreign(namespace, selection, event), patience, answers);
    }

    @Override
    public void fetch(String namespace, Selection selection, Duration patience, Parts<SocketCopy> sockets) {
        crowd(namespace).forEach(selection, socket -> sockets.arrived(Copies.of(socket)));
        sockets.end();
    }

    @Override
    public void count(String namespace, Selection selection, Duration patience, Parts<Long> counts) {
        counts.arrived(count(crowd(namespace), selection));
        counts.end();
    }

    @Override
    public void rooms(String namespace, Duration patience, Parts<Map<String, Long>> rooms) {
        rooms.arrived(crowd(namespace).rooms().sizes());
        rooms.end();
    }

    @Override
    public void join(String namespace, Selection selection, Set<String> rooms) {
        RoomNames.check(rooms, server.settings().limits().roomName());
        join(crowd(namespace), selection, rooms);
    }

    @Override
    public void leave(String namespace, Selection selection, Set<String> rooms) {
        leave(crowd(namespace), selection, rooms);
    }

    @Override
    public void disconnect(String namespace, Selection selection, boolean close) {
        disconnect(crowd(namespace), selection, close);
    }

    @Override
    public void tellServers(String namespace, Payload event) {
        server.serverCalls().told(namespace, event);
    }

    @Override
    public void askServers(String namespace, Payload event, Duration patience, Parts<Said> answers) {
        server.serverCalls().asked(namespace, event, patience, answers);
    }
}
