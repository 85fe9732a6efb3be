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

    /** One broker for all servers. */
    record External(String host, int port) implements Messaging {

        /** At a port of this machine. */
        public External(int port) {
            this("127.0.0.1", port);
        }
    }
}
