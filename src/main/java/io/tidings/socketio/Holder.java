package io.tidings.socketio;

import io.tidings.protocol.socketio.Payload;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Somebody who has sockets and does with them what it is told: this node with its own, or the cluster with those of all other nodes. Never
 * blocks. What it is asked for comes back in parts, ends at the patience at the latest, and tells who is missing.
 */
public interface Holder {

    /** Runs what tells it several things, which may reach clients together. */
    default void together(Runnable several) {
        several.run();
    }

    void emit(String namespace, Selection selection, Payload event);

    /** What the sockets acknowledge. */
    void ask(String namespace, Selection selection, Payload event, Duration patience, Parts<Said> answers);

    void fetch(String namespace, Selection selection, Duration patience, Parts<SocketCopy> sockets);

    /** How many sockets there are. */
    void count(String namespace, Selection selection, Duration patience, Parts<Long> counts);

    /** The rooms of a namespace, and how many sockets are in each. */
    void rooms(String namespace, Duration patience, Parts<Map<String, Long>> rooms);

    void join(String namespace, Selection selection, Set<String> rooms);

    void leave(String namespace, Selection selection, Set<String> rooms);

    void disconnect(String namespace, Selection selection, boolean close);

    /** Tells the application of a node, in the order of the calls. */
    void tellServers(String namespace, Payload event);

    /** What the application of a node answers. */
    void askServers(String namespace, Payload event, Duration patience, Parts<Said> answers);
}
