package io.tidings.socketio;

import io.tidings.protocol.socketio.Payload;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The port to all other nodes. By itself it is the cluster of a node that is alone. */
public interface Cluster extends Holder {

    /** There are no other nodes. */
    Cluster ALONE = new Cluster() {};

    /** Begins to do with this node's sockets what other nodes want. */
    default void start(Holder here) {}

    /** Whether there may be another node: if not, nothing need be encoded for it. */
    default boolean hasOthers() {
        return false;
    }

    /** The id of this node; changes with each start. */
    default String id() {
        return "";
    }

    /** The ids of all nodes that are known to live; of this one first, where it has one. */
    default Set<String> nodes() {
        return Set.of();
    }

    @Override
    default void emit(String namespace, Selection selection, Payload event) {}

    @Override
    default void ask(String namespace, Selection selection, Payload event, Duration patience, Parts<Said> answers) {
        answers.end();
    }

    @Override
    default void fetch(String namespace, Selection selection, Duration patience, Parts<SocketCopy> sockets) {
        sockets.end();
    }

    @Override
    default void count(String namespace, Selection selection, Duration patience, Parts<Long> counts) {
        counts.end();
    }

    @Override
    default void rooms(String namespace, Duration patience, Parts<Map<String, Long>> rooms) {
        rooms.end();
    }

    @Override
    default void join(String namespace, Selection selection, Set<String> rooms) {}

    @Override
    default void leave(String namespace, Selection selection, Set<String> rooms) {}

    @Override
    default void disconnect(String namespace, Selection selection, boolean close) {}

    @Override
    default void tellServers(String namespace, Payload event) {}

    @Override
    default void askServers(String namespace, Payload event, Duration patience, Parts<Said> answers) {
        answers.end();
    }
}
