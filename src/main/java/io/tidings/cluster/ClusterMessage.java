package io.tidings.cluster;

import io.tidings.api.Answers;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.Payload;
import io.tidings.socketio.Selection;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What nodes say to each other, and others to them or they to others. */
sealed interface ClusterMessage {

    /** A node has begun to listen and wants to know who else is there. */
    record Hello() implements ClusterMessage {}

    /** A node lives. */
    record Heartbeat() implements ClusterMessage {}

    /** A node ends. */
    record GoodBye() implements ClusterMessage {}

    record Emit(String namespace, Selection selection, Payload event) implements ClusterMessage {}

    record Join(String namespace, Selection selection, Set<String> rooms) implements ClusterMessage {}

    record Leave(String namespace, Selection selection, Set<String> rooms) implements ClusterMessage {}

    record Disconnect(String namespace, Selection selection, boolean close) implements ClusterMessage {}

    record TellServers(String namespace, Payload event) implements ClusterMessage {}

    /**
     * An event of a client, for other applications.
     *
     * @param socket the id of the client's socket
     * @param user null where nobody has logged in
     */
    record Forward(
            String namespace, String socket, @Nullable String user, Payload event) implements ClusterMessage {}

    /** What wants answers, which name its number. */
    sealed interface Request extends ClusterMessage {

        long number();
    }

    record Ask(long number, String namespace, Selection selection, Payload event, Duration patience)
            implements Request {}

    record Fetch(long number, String namespace, Selection selection) implements Request {}

    record Count(long number, String namespace, Selection selection) implements Request {}

    record ListRooms(long number, String namespace) implements Request {}

    record AskServers(long number, String namespace, Payload event, Duration patience) implements Request {}

    /**
     * A piece of what a node says to a request.
     *
     * @param index of the piece, from 0 on
     * @param isLast whether the node has nothing more to say
     * @param parts encoded as the request demands
     */
    record Answer(long request, int index, boolean isLast, List<Bytes> parts, List<Answers.Missing> missing)
            implements ClusterMessage {}
}
