package io.tidings.socketio;

import io.tidings.api.Answers;
import io.tidings.api.RemoteSocket;
import io.tidings.protocol.socketio.Payload;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The port to the other nodes: does there what this node has done to its own sockets. Never blocks. By itself it is the cluster of
 * a node that is alone.
 */
public interface Cluster {

    /** There are no other nodes. */
    Cluster ALONE = new Cluster() {};

    /** Whether there may be another node: if not, nothing need be encoded for it. */
    default boolean hasOthers() {
        return false;
    }

    default void emit(String namespace, Selection selection, Payload event) {}

    /** What the sockets of other nodes answer; ends at the time-out at the latest. */
    default CompletionStage<Answers> ask(String namespace, Selection selection, Payload event, Duration timeout) {
        return CompletableFuture.completedFuture(new Answers(List.of(), List.of()));
    }

    default CompletionStage<List<RemoteSocket>> fetch(String namespace, Selection selection, Duration timeout) {
        return CompletableFuture.completedFuture(List.of());
    }

    default void join(String namespace, Selection selection, Set<String> rooms) {}

    default void leave(String namespace, Selection selection, Set<String> rooms) {}

    default void disconnect(String namespace, Selection selection, boolean close) {}

    default void tellServers(String namespace, Payload event) {}

    /** What other nodes answer; ends at the time-out at the latest. */
    default CompletionStage<Answers> askServers(String namespace, Payload event, Duration timeout) {
        return CompletableFuture.completedFuture(new Answers(List.of(), List.of()));
    }
}
