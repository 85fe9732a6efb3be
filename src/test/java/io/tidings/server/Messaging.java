package io.tidings.server;

import java.util.List;

/** What carries the messages of a cluster to and from a server. */
public sealed interface Messaging {

    /** Nothing: the server is alone. */
    record None() implements Messaging {}

    /**
     * A broker inside each server, and ports of this machine by which they find each other.
     *
     * @param own the port of this server's
     * @param all the ports of all, the own among them
     */
    record Mesh(int own, List<Integer> all) implements Messaging {

        public Mesh {
            all = List.copyOf(all);
        }
    }

    /** One broker for all servers, at a port of this machine. */
    record External(int port) implements Messaging {}
}
