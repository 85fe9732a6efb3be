package io.tidings.socketio;

import io.tidings.api.RoomEvent;
import io.tidings.schedule.Turns;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the rooms of one namespace: noted under the locks that give it its order, and told in that order when no lock is
 * held any more, because who hears of it may do anything.
 */
final class RoomNews {

    private final Server server;
    private final String namespace;
    private final Queue<Consumer<SocketNews>> untold = new ConcurrentLinkedQueue<>();
    private final Turns turns = new Turns();

    RoomNews(Server server, String namespace) {
        this.server = server;
        this.namespace = namespace;
    }

    void joined(String room, ClientSocket socket, boolean isFirst) {
        if (isFirst) {
            untold.add(news -> news.roomCreated(event(room, null)));
        }
        untold.add(news -> news.roomJoined(event(room, socket.id())));
    }

    void left(String room, ClientSocket socket, boolean isLast) {
        untold.add(news -> news.roomLeft(event(room, socket.id())));
        if (isLast) {
            untold.add(news -> news.roomDeleted(event(room, null)));
        }
    }

    private RoomEvent event(String room, @Nullable String socketId) {
        return new RoomEvent(namespace, room, socketId);
    }

    /** Tells what has been noted, or leaves it to the thread that is telling. */
    void tell() {
        turns.take(this::tellAll);
    }

    private void tellAll() {
        SocketNews news = server.contributions().news();
        for (Consumer<SocketNews> next = untold.poll(); next != null; next = untold.poll()) {
            try {
                next.accept(news);
            } catch (Throwable failure) {
                server.failed("an observer of rooms in " + namespace, failure);
            }
        }
    }
}
