package io.tidings.api;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The server, to be injected anywhere: the main namespace {@code /} itself, and the way to all others.
 *
 * <pre>{@code
 * @Inject SocketIo io;
 *
 * void shipped(Order order) {
 *     io.of("/orders").to("order:" + order.id()).emit("shipped", order);
 * }
 * }</pre>
 *
 * <p>Everything reached from here may be called from any thread and never blocks. What is sent by one thread to one socket
 * arrives in the order of the calls.
 */
public interface SocketIo extends Namespace, Emitter {

    /**
     * The namespace of that name; made when first asked for, open to clients from then on. Where gates decide on names, it is open from
     * its first listener on: to send to a name lets nobody past them. A slash at its beginning may be left out.
     */
    @Override
    Namespace of(String name);

    /** The ids of all nodes of the cluster that are known to live, of this one first; empty where there is no cluster. */
    Set<String> nodes();

    /** Opens all namespaces whose whole name matches: each comes into being with its first socket and ends with its last. */
    NamespaceFamily of(Pattern names);

    /** Opens the namespaces that the gate lets a client into; each comes into being with its first socket and ends with its last. */
    NamespaceFamily of(NamespaceGate gate);
}
